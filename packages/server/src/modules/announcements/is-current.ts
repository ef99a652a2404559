import type { AnnouncementKind } from '@fairlead/contract';
import type { PublicRecord } from './public-store.ts';

const day = 86_400_000;
/** Days after its last edition for which an announcement is still news, where its banner does not say until when. */
const news: Readonly<Record<AnnouncementKind, number>> = {
  maintenance: 30,
  event: 60,
  risk: 90,
  suspension: 180,
  listing: 180,
  delisting: 180,
};

/** Whether what was announced holds for somebody who asks now: not withdrawn, and not over. Pure. */
export function isCurrent(
  {
    kind,
    publishedAt,
    withdrawnAt,
    banner,
    bannerUntil,
  }: Pick<PublicRecord, 'kind' | 'publishedAt' | 'withdrawnAt' | 'banner' | 'bannerUntil'>,
  now: Date,
): boolean {
  if (withdrawnAt !== null) return false;
  if (banner && bannerUntil !== null) return bannerUntil > now;
  return now.getTime() - publishedAt.getTime() < news[kind] * day;
}

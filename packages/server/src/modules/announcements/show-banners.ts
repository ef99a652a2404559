import type { BannerAnnouncement, Locale } from '@fairlead/contract';
import type { Platform } from '../../platform/platform.ts';
import { announcementAddress } from './announcement-address.ts';
import { pickText } from './pick-text.ts';
import { listBanners, type PublicRecord } from './public-store.ts';
import type { AssetCheck } from './uses-asset.ts';

/** So many are looked at, and so many stand above a chat. */
const looked = 10;
const shown = 2;

/** What stands above the chat of a customer who reads a language. What the exchange does not answer in time shows to nobody whom it might not concern. */
export async function showBanners(
  { database, log }: Pick<Platform, 'database' | 'log'>,
  uses: AssetCheck,
  customerId: string,
  locale: Locale,
): Promise<BannerAnnouncement[]> {
  const found: BannerAnnouncement[] = [];
  for (const record of await listBanners(database.reader(), looked)) {
    if (found.length === shown) break;
    const text = pickText(record.texts, locale, record.sourceLocale);
    if (!text || !(await concerns(record).catch(silent))) continue;
    found.push({
      id: record.announcementId,
      edition: record.edition,
      kind: record.kind,
      locale: text.locale,
      title: text.title,
      url: record.helpCenter ? announcementAddress(locale, record.slug) : null,
    });
  }
  return found;

  async function concerns({ audience }: PublicRecord): Promise<boolean> {
    if (audience.who === 'languages') return audience.locales.includes(locale);
    return audience.who === 'all' || uses(customerId, audience);
  }
  function silent(error: unknown): false {
    log.warn({ err: error }, 'whom a banner concerns is not known');
    return false;
  }
}

import type { CoverageSource } from '../translation/index.ts';
import { listCurrent, readTexts } from './announcement-store.ts';

/** Announcements that are being written or stand. */
export const announcementTexts: CoverageSource = {
  kind: 'announcement',
  chain: ['own', 'relative', 'english', 'source'],
  async list(reader) {
    const records = await listCurrent(reader, 200);
    const texts = await readTexts(
      reader,
      records.map((it) => it.id),
    );
    return records.map(({ id, slug, sourceLocale }) => {
      const all = texts.get(id) ?? [];
      return {
        id,
        owner: id,
        name: all.find((it) => it.locale === sourceLocale)?.title ?? slug,
        source: sourceLocale,
        locales: all.map((it) => it.locale),
        shipped: [],
        outdated: all.filter((it) => it.state === 'outdated').map((it) => it.locale),
      };
    });
  },
};

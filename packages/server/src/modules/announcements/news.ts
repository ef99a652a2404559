import type { AnnouncementKind, Locale } from '@fairlead/contract';
import { plainText } from '@fairlead/markdown';
import { createSearcher, type Searcher } from '@fairlead/search';
import type { Platform } from '../../platform/platform.ts';
import { shareCommits } from '../../platform/share-commits.ts';
import type { SearchWords } from '../helpcenter/index.ts';
import { announcementAddress } from './announcement-address.ts';
import { isCurrent } from './is-current.ts';
import { pickText } from './pick-text.ts';
import { listPublic, type PublicRecord, publicStamp } from './public-store.ts';

/** So many of the last announcements are looked at. */
const most = 200;

/** An announcement that holds, as a reader of a language reads it. */
export interface NewsItem {
  readonly id: string;
  readonly kind: AnnouncementKind;
  readonly title: string;
  readonly summary: string;
  /** What all of it says, without its form. */
  readonly plain: string;
  /** The language of the words. */
  readonly locale: Locale;
  /** Of its page, from the root of the server. */
  readonly address: string;
  /** Of its last edition. */
  readonly publishedAt: Date;
}

/** What is announced and holds now: what was withdrawn is not among it from its commit on, on every node. */
export interface News {
  /** The newest first. */
  current(locale: Locale): Promise<NewsItem[]>;
  /** Those that answer what somebody types, the best first. */
  find(text: string, locale: Locale, limit: number): Promise<NewsItem[]>;
}

interface Held {
  readonly stamp: string;
  readonly records: readonly PublicRecord[];
}

/** Reads what stands in the help center; what has not changed is not read again. `words` are those by which searches find what is called otherwise. */
export function createNews(
  { clock, database }: Pick<Platform, 'clock' | 'database'>,
  words: SearchWords,
): News {
  let held: Held | undefined;
  let searcher: Searcher | undefined;
  // Those who ask at once share a look, which begins after they asked.
  const stampNow = shareCommits<null, string>(async (asked, settle) => {
    const stamp = await publicStamp(database.reader());
    for (const index of asked.keys()) settle(index, stamp);
  });
  words.onChange(() => {
    searcher = undefined;
  });

  async function records(): Promise<readonly PublicRecord[]> {
    const stamp = await stampNow(null);
    if (held?.stamp !== stamp) {
      held = { stamp, records: await listPublic(database.reader(), { limit: most }) };
      searcher = undefined;
    }
    const now = clock.now();
    return held.records.filter((it) => isCurrent(it, now));
  }

  function searcherOf(all: readonly PublicRecord[]): Searcher {
    const made = createSearcher({ glossary: words.current() });
    for (const { announcementId: id, kind, texts } of all)
      for (const { locale, title, summary, body } of texts)
        made.put({ id, locale, title, summary, ...plainText(body), tags: [], category: kind });
    return made;
  }

  return {
    current: async (locale) => (await records()).flatMap((it) => itemOf(it, locale) ?? []),
    async find(text, locale, limit) {
      const current = await records();
      searcher ??= searcherOf(held?.records ?? []);
      const byId = new Map(current.map((it) => [it.announcementId, it]));
      const fallbackLocales = ['en', 'zh-CN'];
      const filter = (id: string) => byId.has(id);
      const { hits } = searcher.search({ text, locale, fallbackLocales, limit, filter });
      return hits.flatMap((hit) => {
        const record = byId.get(hit.id);
        return (record && itemOf(record, locale)) ?? [];
      });
    },
  };
}

/** Null for who is not meant, where it is for readers of some languages. */
function itemOf(record: PublicRecord, locale: Locale): NewsItem | null {
  const { audience } = record;
  if (audience.who === 'languages' && !audience.locales.includes(locale)) return null;
  const text = pickText(record.texts, locale, record.sourceLocale);
  if (!text) return null;
  return {
    id: record.announcementId,
    kind: record.kind,
    title: text.title,
    summary: text.summary,
    plain: [text.title, text.summary, plainText(text.body).body].join('\n'),
    locale: text.locale,
    address: announcementAddress(locale, record.slug),
    publishedAt: record.publishedAt,
  };
}

import { largestImport, type ZendeskItems, zendeskItems } from '@fairlead/contract';

/** A file as it was chosen. */
export interface ExportFile {
  readonly name: string;
  readonly text: string;
}

type Kind = keyof ZendeskItems;
/** What is sent at once: articles whole, with what they stand in. */
export type Batch = ZendeskItems;

export interface ReadExport {
  readonly batches: Batch[];
  /** How many articles there are in them. */
  readonly articles: number;
  readonly problems: ReadonlyArray<{
    readonly problem: 'not_json' | 'nothing' | 'items' | 'too_large';
    /** The file, or the article's title. */
    readonly what: string;
    readonly count: number;
  }>;
}

const kinds = Object.keys(zendeskItems) as Kind[];

/**
 * Reads what somebody fetched from Zendesk's help-center API: one file with all arrays, or the answers as they came, a page a file or in
 * an array. What is neither is named, and the rest is read.
 */
export function readExport(files: readonly ExportFile[]): ReadExport {
  const problems: ReadExport['problems'][number][] = [];
  const all = emptyItems();
  for (const { name, text } of files) {
    const answers = parsed(text);
    if (!answers) {
      problems.push({ problem: 'not_json', what: name, count: 1 });
      continue;
    }
    const { found, wrong } = takeItems(all, answers);
    if (wrong > 0) problems.push({ problem: 'items', what: name, count: wrong });
    else if (found === 0) problems.push({ problem: 'nothing', what: name, count: 1 });
  }
  const { batches, tooLarge } = batchesOf(all);
  for (const what of tooLarge) problems.push({ problem: 'too_large', what, count: 1 });
  const articles = batches.reduce((sum, it) => sum + new Set(it.articles.map(({ id }) => id)).size, 0);
  return { batches, articles, problems };
}

const emptyItems = (): ZendeskItems => ({
  categories: [],
  sections: [],
  user_segments: [],
  articles: [],
  translations: [],
  article_attachments: [],
});

function parsed(text: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(text);
    const answers = Array.isArray(value) ? (value as unknown[]) : [value];
    return answers.every((it) => typeof it === 'object' && it !== null) ? answers : null;
  } catch {
    return null;
  }
}

function takeItems(all: ZendeskItems, answers: readonly unknown[]): { found: number; wrong: number } {
  let found = 0;
  let wrong = 0;
  function take(kind: Kind, items: readonly unknown[]): void {
    const into: object[] = all[kind];
    for (const item of items) {
      const read = zendeskItems[kind].safeParse(item);
      if (read.success) {
        into.push(read.data);
        found++;
      } else wrong++;
    }
  }
  for (const answer of answers) {
    for (const kind of kinds) {
      const items = (answer as Record<string, unknown>)[kind];
      if (Array.isArray(items)) take(kind, items as unknown[]);
    }
  }
  return { found, wrong };
}

/** Each article with all that belongs to it in one batch, and each batch small enough for a request. */
function batchesOf(all: ZendeskItems): { batches: Batch[]; tooLarge: string[] } {
  const around = { categories: all.categories, sections: all.sections, user_segments: all.user_segments };
  const room = largestImport - sizeOf(around);
  const translations = Map.groupBy(all.translations, (it) => it.source_id);
  const attachments = Map.groupBy(all.article_attachments, (it) => it.article_id);
  const batches: Batch[] = [];
  const tooLarge: string[] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const [id, articles] of Map.groupBy(all.articles, (it) => it.id)) {
    const part = {
      articles,
      translations: translations.get(id) ?? [],
      article_attachments: attachments.get(id) ?? [],
    };
    const own = sizeOf(part);
    if (own > room) {
      tooLarge.push(articles[0]?.title || id);
      continue;
    }
    if (size + own > room || (batches.at(-1)?.articles.length ?? 0) >= 100) {
      batches.push({ ...emptyItems(), ...around });
      size = 0;
    }
    const batch = batches.at(-1);
    batch?.articles.push(...part.articles);
    batch?.translations.push(...part.translations);
    batch?.article_attachments.push(...part.article_attachments);
    size += own;
  }
  return { batches, tooLarge };
}

const sizeOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

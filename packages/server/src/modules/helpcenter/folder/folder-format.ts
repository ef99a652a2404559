import { createRequire } from 'node:module';
import {
  type ArticleText,
  articleFacts,
  articleText,
  folderFilePlace,
  folderTextPlace,
  type Locale,
  locale as localeShape,
} from '@fairlead/contract';
import type * as library from 'yaml';
import { z } from 'zod';

const require = createRequire(import.meta.url);
/** Read by whoever brings or takes a folder, not at every start. */
const yaml = () => require('yaml') as typeof library;

/** A file of a folder of articles: a text, `<category>/<slug>/<locale>.md`, or a picture or file beside them, `<category>/<slug>/files/<name>`, by its id. */
export type FolderFile = FolderText | FolderPicture;

interface FolderText {
  readonly path: string;
  readonly text: string;
}

interface FolderPicture {
  readonly path: string;
  readonly fileId: string;
}

const sourceFacts = z.object({
  source: z.literal(true),
  visibility: articleFacts.shape.visibility,
  // YAML takes `429` for a number.
  tags: z
    .array(z.union([z.string(), z.number()]).transform(String))
    .default([])
    .pipe(articleFacts.shape.tags.unwrap()),
  intents: articleFacts.shape.intents,
  ticketCategory: articleFacts.shape.ticketCategory,
  // As in a folder: with or without the category.
  related: z
    .array(z.string().transform((it) => it.split('/').at(-1) ?? ''))
    .default([])
    .pipe(articleFacts.shape.related.unwrap()),
  /** Names of files beside the texts. */
  attachments: z.array(z.string().max(200)).max(20).default([]),
  reviewed: z
    .union([z.iso.date(), z.date().transform((it) => it.toISOString().slice(0, 10))])
    .nullable()
    .default(null),
});

/** An article as a folder holds it. */
export interface FolderArticle extends Omit<z.output<typeof sourceFacts>, 'source'> {
  readonly category: string;
  readonly slug: string;
  readonly sourceLocale: Locale;
  /** Texts name files of theirs as `./files/<name>`. */
  readonly texts: ReadonlyMap<Locale, ArticleText>;
  /** The ids of the files beside them, by name. */
  readonly files: ReadonlyMap<string, string>;
}

export interface FolderProblem {
  readonly path: string;
  readonly problem:
    | 'path'
    | 'front_matter'
    | 'source_missing'
    | 'source_twice'
    | 'category_not_found'
    | 'file_not_found';
}

/** Reads a folder of articles. What cannot be read is named and left out; files of other kinds are passed over. */
export function readFolder(files: readonly FolderFile[]): {
  articles: FolderArticle[];
  problems: FolderProblem[];
} {
  const problems: FolderProblem[] = [];
  const found = new Map<string, { category: string; slug: string; parts: Part[] }>();
  const beside = new Map<string, Map<string, string>>();
  for (const file of files) {
    const { path } = file;
    if ('fileId' in file) {
      const [, category, slug, name] = folderFilePlace.exec(path) ?? [];
      if (!name) continue;
      const key = `${category}/${slug}`;
      beside.set(key, (beside.get(key) ?? new Map<string, string>()).set(name, file.fileId));
      continue;
    }
    if (!path.endsWith('.md')) continue;
    const [, category = '', slug = '', tag = ''] = folderTextPlace.exec(path) ?? [];
    const locale = localeShape.safeParse(tag);
    if (!locale.success) {
      problems.push({ path, problem: 'path' });
      continue;
    }
    const part = readPart(file.text, locale.data);
    if (!part) {
      problems.push({ path, problem: 'front_matter' });
      continue;
    }
    const key = `${category}/${slug}`;
    const entry = found.get(key) ?? { category, slug, parts: [] };
    entry.parts.push(part);
    found.set(key, entry);
  }
  const articles: FolderArticle[] = [];
  for (const [key, { category, slug, parts }] of found) {
    const [source, second] = parts.filter((it) => it.facts);
    if (!source?.facts || second) {
      problems.push({ path: key, problem: second ? 'source_twice' : 'source_missing' });
      continue;
    }
    const { source: _, ...facts } = source.facts;
    const texts = new Map(parts.map((it) => [it.locale, it.text]));
    const own = beside.get(key) ?? new Map<string, string>();
    articles.push({ ...facts, category, slug, sourceLocale: source.locale, texts, files: own });
  }
  return { articles, problems };
}

interface Part {
  locale: Locale;
  text: ArticleText;
  facts: z.output<typeof sourceFacts> | null;
}

function readPart(text: string, locale: Locale): Part | null {
  const [, head, body] = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text) ?? [];
  if (head === undefined || body === undefined) return null;
  let front: unknown;
  try {
    front = yaml().parse(head);
  } catch {
    return null;
  }
  if (typeof front !== 'object' || front === null) return null;
  const words = articleText.safeParse({ summary: '', ...front, body: body.replaceAll('\r\n', '\n').trim() });
  if (!words.success) return null;
  if (!('source' in front)) return { locale, text: words.data, facts: null };
  const facts = sourceFacts.safeParse(front);
  return facts.success ? { locale, text: words.data, facts: facts.data } : null;
}

/** Writes articles as such a folder, so that reading it gives them back. */
export function writeFolder(articles: readonly FolderArticle[]): FolderFile[] {
  return articles.flatMap(({ category, slug, sourceLocale, texts, files, ...facts }): FolderFile[] => [
    ...[...texts].map(([locale, { title, summary, body }]) => {
      const head = locale === sourceLocale ? { title, summary, source: true, ...facts } : { title, summary };
      return {
        path: `${category}/${slug}/${locale}.md`,
        text: `---\n${yaml().stringify(head, { lineWidth: 0 })}---\n\n${body}\n`,
      };
    }),
    ...[...files].map(([name, fileId]) => ({ path: `${category}/${slug}/files/${name}`, fileId })),
  ]);
}

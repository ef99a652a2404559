import { folderFilePlace, folderTextPlace, largestImport } from '@fairlead/contract';

/** A file of a folder, by its place in it. */
export interface FolderEntry {
  readonly path: string;
  readonly file: File;
}

/** What is sent of one article: its texts, and the pictures and files beside them. */
export interface FolderArticle {
  /** `<category>/<slug>` */
  readonly key: string;
  readonly texts: ReadonlyArray<{ readonly path: string; readonly text: string }>;
  readonly files: readonly FolderEntry[];
}

export interface ReadFolder {
  readonly articles: FolderArticle[];
  /** Texts that stand nowhere, and articles that are too large for a request. */
  readonly problems: ReadonlyArray<{ readonly path: string; readonly problem: 'path' | 'too_large' }>;
}

const mostFiles = 900;
/** Of a text; the server takes no longer one. */
const longestText = 200_000;

/** Finds the articles in a folder, below whatever other folders. Files that belong to none are passed over. */
export async function readFolder(entries: readonly FolderEntry[]): Promise<ReadFolder> {
  const problems: ReadFolder['problems'][number][] = [];
  const found = new Map<string, { texts: { path: string; text: string }[]; files: FolderEntry[] }>();
  const of = (key: string) => {
    const held = found.get(key) ?? { texts: [], files: [] };
    found.set(key, held);
    return held;
  };
  for (const entry of entries) {
    const { path, file } = entry;
    if (isHidden(path)) continue;
    const [, category, slug] = folderFilePlace.exec(path) ?? folderTextPlace.exec(path) ?? [];
    const isText = path.endsWith('.md') && !folderFilePlace.test(path);
    if (category && slug && isText) of(`${category}/${slug}`).texts.push({ path, text: await file.text() });
    else if (category && slug) of(`${category}/${slug}`).files.push(entry);
    else if (isText) problems.push({ path, problem: 'path' });
  }
  const articles: FolderArticle[] = [];
  for (const [key, { texts, files }] of found) {
    if (texts.length === 0) continue;
    const article = { key, texts, files };
    const tooLong =
      texts.some(({ text }) => text.length > longestText) || texts.length + files.length > mostFiles;
    if (tooLong || sizeOf(article) > largestImport) problems.push({ path: key, problem: 'too_large' });
    else articles.push(article);
  }
  return { articles, problems };
}

/** Articles whole, in parts of which each is small enough for a request. */
export function batchesOfFolder(articles: readonly FolderArticle[]): FolderArticle[][] {
  const batches: FolderArticle[][] = [];
  let size = 0;
  let count = 0;
  for (const article of articles) {
    const own = sizeOf(article);
    const files = article.texts.length + article.files.length;
    const last = batches.at(-1);
    if (last && size + own <= largestImport && count + files <= mostFiles) last.push(article);
    else {
      batches.push([article]);
      size = 0;
      count = 0;
    }
    size += own;
    count += files;
  }
  return batches;
}

/** What systems put beside files by themselves. */
const isHidden = (path: string): boolean =>
  path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');

/** Bytes of what is sent of an article, its files by their ids or digests. */
function sizeOf({ texts, files }: FolderArticle): number {
  const sent = [...texts, ...files.map(({ path }) => ({ path, digest: 'x'.repeat(64) }))];
  return new TextEncoder().encode(JSON.stringify(sent)).length;
}

import { endpoints, folderTextPlace } from '@fairlead/contract';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { call } from '../../../api.ts';

/**
 * Everything that is published, as a ZIP archive of the folder that the import takes, and how many articles it holds. Pictures and files
 * are fetched one by one; `onProgress` hears the share that is done, from 0 to 1. Throws what a request threw.
 */
export async function zipFolder(options: {
  signal: AbortSignal;
  onProgress: (share: number) => void;
}): Promise<{ archive: Blob; articles: number }> {
  const { signal, onProgress } = options;
  const { files } = await call(endpoints.articles.export, { signal });
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  const articles = new Set<string>();
  for (const [index, file] of files.entries()) {
    signal.throwIfAborted();
    const bytes = 'text' in file ? new TextEncoder().encode(file.text) : await fetchBytes(file.url, signal);
    // Pictures are packed already.
    const entry = 'text' in file ? new ZipDeflate(file.path) : new ZipPassThrough(file.path);
    zip.add(entry);
    entry.push(bytes, true);
    const [, category, slug] = folderTextPlace.exec(file.path) ?? [];
    if (category && slug) articles.add(`${category}/${slug}`);
    onProgress((index + 1) / files.length);
  }
  zip.end();
  return { archive: new Blob(parts, { type: 'application/zip' }), articles: articles.size };
}

async function fetchBytes(url: string, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(url, { signal });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

import { maximumLetterPictures } from '@fairlead/contract';

/** Where a letter's sanitised HTML would fetch pictures from: what `data-remote-src` holds, escaped as it stands there, each once, in order. */
export function remotePicturesOf(html: string | null): string[] {
  const found = (html ?? '').matchAll(/<img\b[^>]*? data-remote-src="([^"]*)"/gi);
  return [...new Set(found.map(([, address = '']) => address))].slice(0, maximumLetterPictures);
}

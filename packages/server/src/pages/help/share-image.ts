import type { Locale } from '@fairlead/contract';
import { directionOf } from '@fairlead/contract';
import { loadSharp } from '../../platform/files/load-sharp.ts';
import { escapeHtml } from './html.ts';

const width = 1200;
const height = 630;
const kept = new Map<string, Promise<Buffer>>();
const mostKept = 200;

/**
 * The picture that other sites show beside a link (Open Graph, 1200 by 630). Letters come from the fonts of the machine: one that has
 * none for a script shows boxes, so operators of servers without fonts install some (see docs/operations.md).
 */
export function shareImage(of: { title: string; above: string; locale: Locale }): Promise<Buffer> {
  const key = JSON.stringify(of);
  const found = kept.get(key);
  if (found) return found;
  const made = draw(of);
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  return made;
}

async function draw({
  title,
  above,
  locale,
}: {
  title: string;
  above: string;
  locale: Locale;
}): Promise<Buffer> {
  const lines = wrap(title, locale);
  const rtl = directionOf(locale) === 'rtl';
  const [x, anchor] = rtl ? [width - 80, 'end'] : [80, 'start'];
  const family = 'Inter, Noto Sans, Noto Sans CJK SC, DejaVu Sans, sans-serif';
  const text = lines
    .map(
      (line, at) =>
        `<text x="${x}" y="${300 + at * 84}" text-anchor="${anchor}" font-size="64" font-weight="700" fill="#fff">${escapeHtml(line)}</text>`,
    )
    .join('');
  const sharp = await loadSharp();
  return sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${family}">
<rect width="100%" height="100%" fill="#07333d"/><rect width="16" height="100%" x="${rtl ? width - 16 : 0}" fill="#19a3b8"/>
<text x="${x}" y="150" text-anchor="${anchor}" font-size="34" fill="#9fd6df">${escapeHtml(above)}</text>${text}</svg>`),
  )
    .png({ palette: true })
    .toBuffer();
}

/** At most three lines: about 30 Latin letters each, of wide scripts half as many. */
function wrap(title: string, locale: Locale): string[] {
  const most = /^(zh|ja|ko)/.test(locale) ? 16 : 30;
  const words = [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(title)].map(
    (it) => it.segment,
  );
  const lines: string[] = [''];
  for (const word of words) {
    const last = lines.at(-1) ?? '';
    if (last && (last + word).trimEnd().length > most) lines.push(word.trimStart());
    else lines[lines.length - 1] = last + word;
  }
  const shown = lines.slice(0, 3).map((it) => it.trim());
  if (lines.length > 3) shown[2] = `${shown[2] ?? ''}…`;
  return shown;
}

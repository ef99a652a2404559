/** Languages whose writers mean a decimal point by a point, and groups of three by a comma. */
const pointed: ReadonlySet<string> = new Set(['en', 'zh', 'ja', 'ko', 'th']);

/** Languages whose writers part groups of three by a blank. */
export const grouped: ReadonlySet<string> = new Set(['ru', 'fr', 'es']);

/**
 * The amount that a written number means, as decimal text; null where people of that language may mean either of two, such as `1.500`
 * in Spanish, or where it is none.
 */
export function readAmount(written: string, language: string): string | null {
  const text = written.replace(/(?<=\d)[\s’']+(?=\d)/g, '');
  const marks: string[] = text.match(/[.,]/g) ?? [];
  const last = marks.at(-1);
  if (last === undefined) return tidied(text, '');
  const other = last === '.' ? ',' : '.';
  const [whole = '', fraction = ''] = cutAt(text, text.lastIndexOf(last));
  if (marks.includes(other))
    return marks.filter((it) => it === last).length === 1 && areGroups(whole, other)
      ? tidied(whole, fraction)
      : null;
  if (marks.length > 1) return areGroups(text, last) ? tidied(text, '') : null;
  const mayBeGroups = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  if (!mayBeGroups) return tidied(whole, fraction);
  if (!pointed.has(language)) return null;
  return last === '.' ? tidied(whole, fraction) : tidied(text, '');
}

const cutAt = (text: string, index: number) => [text.slice(0, index), text.slice(index + 1)];

const areGroups = (text: string, mark: string) => {
  const [first = '', ...rest] = text.split(mark);
  return /^\d{1,3}$/.test(first) && rest.length > 0 && rest.every((it) => /^\d{3}$/.test(it));
};

function tidied(whole: string, fraction: string): string | null {
  const digits = whole.replace(/\D/g, '').replace(/^0+(?=\d)/, '') || '0';
  const text = fraction === '' ? digits : `${digits}.${fraction}`;
  return /^\d{1,20}(\.\d{1,18})?$/.test(text) && /[1-9]/.test(text) ? text : null;
}

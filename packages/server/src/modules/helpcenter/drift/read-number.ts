/** Where digits of other scripts begin: Arabic, Persian, Thai. Those of full width are folded by NFKC. */
const zeros = [0x660, 0x6f0, 0xe50];

/** A text with digits of every script as plain ones, and full-width forms as narrow ones. */
export function plainDigits(text: string): string {
  return text.normalize('NFKC').replace(/[\u0660-\u0669\u06f0-\u06f9\u0e50-\u0e59]/g, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = zeros.findLast((it) => code >= it) ?? code;
    return String(code - zero);
  });
}

/** Languages that write a comma before the decimals, and a point or a space between thousands. */
const commaDecimal = /^(?:de|es|fr|id|pt|ru|tr|vi)/;
/** Where both are written, by country and habit. */
const bothWays = /^(?:es|pt)/;

/**
 * The values that digits with separators may stand for in a language, as decimals without superfluous zeros: mostly one, none where they are no
 * number, two where readers would not agree. Pure.
 */
export function readNumber(written: string, locale: string): string[] {
  const digits = written
    .replace(/[\u066b]/g, commaDecimal.test(locale) ? ',' : '.')
    .replace(/[\u066c'’ \u00a0\u202f]/g, '_');
  const point = decimalOf(digits, '.', ',');
  const comma = decimalOf(digits, ',', '.');
  if (point === null || comma === null || point === comma)
    return [point ?? comma].filter((it) => it !== null);
  // One group of three: 1.000 or 1,000.
  const [likely, other] = commaDecimal.test(locale) ? [comma, point] : [point, comma];
  // Nobody writes thousands after a nought: 0.001 is a decimal everywhere.
  const nought = [point, comma].find((it) => it.startsWith('0'));
  if (nought !== undefined) return [nought];
  return bothWays.test(locale) ? [likely, other] : [likely];
}

/** The value where `decimal` stands before the decimals and `group`, or a space, between thousands; null where it cannot be so. */
function decimalOf(digits: string, decimal: string, group: string): string | null {
  const parts = digits.split(decimal);
  const [whole = '', fraction] = parts;
  if (parts.length > 2 || fraction === '' || (fraction !== undefined && !/^\d+$/.test(fraction))) return null;
  const groups = whole.split(whole.includes('_') ? '_' : group);
  if (
    groups.length > 1 &&
    !(/^\d{1,3}$/.test(groups[0] ?? '') && groups.slice(1).every((it) => /^\d{3}$/.test(it)))
  )
    return null;
  const joined = groups.join('');
  return /^\d+$/.test(joined) ? canonical(fraction === undefined ? joined : `${joined}.${fraction}`) : null;
}

/** A decimal without superfluous zeros. */
export function canonical(decimal: string): string {
  const [whole = '0', fraction = ''] = decimal.split('.');
  const left = whole.replace(/^0+(?=\d)/, '');
  const right = fraction.replace(/0+$/, '');
  return right === '' ? left : `${left}.${right}`;
}

import { checkDigit } from './check-digit.ts';

/** What was made out of a machine-readable zone: its form, and how many of its check digits hold. Whose it is stays unread. */
export interface Mrz {
  readonly form: 'TD1' | 'TD2' | 'TD3' | 'MRV-A' | 'MRV-B';
  readonly held: number;
  readonly of: number;
}

/** A field and its check digit: places in the lines joined, the end behind it. */
interface Check {
  readonly parts: ReadonlyArray<readonly [start: number, end: number]>;
  readonly digit: number;
  /** It holds digits only, so that letters in it were misread. */
  readonly numeric?: boolean;
}

interface Form {
  readonly name: Mrz['form'];
  readonly begins: RegExp;
  readonly lines: number;
  readonly width: number;
  readonly checks: readonly Check[];
}

/** Second lines of two are alike up to the day of expiry: `at` is where such a line begins. */
const ofSecondLine = (at: number): Check[] => [
  { parts: [[at, at + 9]], digit: at + 9 },
  { parts: [[at + 13, at + 19]], digit: at + 19, numeric: true },
  { parts: [[at + 21, at + 27]], digit: at + 27, numeric: true },
];

/** ICAO 9303, parts 4 to 7. */
const forms: readonly Form[] = [
  {
    name: 'TD3',
    begins: /^P[A-Z<]/,
    lines: 2,
    width: 44,
    checks: [
      ...ofSecondLine(44),
      { parts: [[72, 86]], digit: 86 },
      {
        parts: [
          [44, 54],
          [57, 64],
          [65, 87],
        ],
        digit: 87,
      },
    ],
  },
  {
    name: 'TD2',
    begins: /^[ACI][A-Z<]/,
    lines: 2,
    width: 36,
    checks: [
      ...ofSecondLine(36),
      {
        parts: [
          [36, 46],
          [49, 56],
          [57, 71],
        ],
        digit: 71,
      },
    ],
  },
  {
    name: 'TD1',
    begins: /^[ACI][A-Z<]/,
    lines: 3,
    width: 30,
    checks: [
      { parts: [[5, 14]], digit: 14 },
      { parts: [[30, 36]], digit: 36, numeric: true },
      { parts: [[38, 44]], digit: 44, numeric: true },
      {
        parts: [
          [5, 30],
          [30, 37],
          [38, 45],
          [48, 59],
        ],
        digit: 59,
      },
    ],
  },
  { name: 'MRV-A', begins: /^V[A-Z<]/, lines: 2, width: 44, checks: ofSecondLine(44) },
  { name: 'MRV-B', begins: /^V[A-Z<]/, lines: 2, width: 36, checks: ofSecondLine(36) },
];

/** Fillers that machines leave out or see too often: no more than so many are put right in a line. */
const mostMissing = 8;
const lookAlikes: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  Z: '2',
  S: '5',
  G: '6',
  B: '8',
};
const asDigits = (field: string) => field.replace(/[OQDILZSGB]/g, (letter) => lookAlikes[letter] ?? letter);

/** A line as a zone has it; null where it cannot be one of a zone. */
export function asMrzLine(line: string): string | null {
  const bare = line
    .toUpperCase()
    .replace(/[«《≪]/g, '<<')
    .replace(/[‹〈＜⟨]/g, '<')
    .replace(/\s+/g, '');
  return /^[A-Z0-9<]{20,60}$/.test(bare) ? bare : null;
}

/** The line in its width, by its longest row of fillers; null where it does not fit. */
function fitted(line: string, width: number): string | null {
  const missing = width - line.length;
  if (missing === 0) return line;
  if (Math.abs(missing) > mostMissing) return null;
  const rows = [...line.matchAll(/<{2,}/g)].sort((a, b) => b[0].length - a[0].length);
  const [row] = rows;
  if (!row || row[0].length + missing < 1) return null;
  const fillers = '<'.repeat(row[0].length + missing);
  return line.slice(0, row.index) + fillers + line.slice(row.index + row[0].length);
}

function holds(zone: string, { parts, digit, numeric }: Check): boolean {
  const field = parts.map(([start, end]) => zone.slice(start, end)).join('');
  const given = zone.charAt(digit);
  // An optional field that is empty may have a filler for its digit.
  if (given === '<') return /^<+$/.test(field);
  const expected = asDigits(given);
  const readings = numeric ? [asDigits(field)] : [field, asDigits(field), field.replaceAll('0', 'O')];
  return readings.some((it) => String(checkDigit(it)) === expected);
}

/** A joined zone with its numeric fields as digits, so that what was misread there does not spoil what is summed over all. */
function tidied(zone: string, checks: readonly Check[]): string {
  let tidy = zone;
  for (const { parts, digit, numeric } of checks) {
    const places = numeric ? [...parts, [digit, digit + 1] as const] : [[digit, digit + 1] as const];
    for (const [start, end] of places)
      tidy = tidy.slice(0, start) + asDigits(tidy.slice(start, end)) + tidy.slice(end);
  }
  return tidy;
}

/**
 * The machine-readable zone of a passport, identity card or visa in lines that a machine read, where there is one: that of which most check digits hold. Null where no lines
 * have the form of one. Pure.
 */
export function readMrz(lines: readonly string[]): Mrz | null {
  const known = lines.map(asMrzLine);
  let best: Mrz | null = null;
  for (let at = 0; at < known.length; at++) {
    for (const form of forms) {
      const found = readForm(known.slice(at, at + form.lines), form);
      if (found && (!best || found.held / found.of > best.held / best.of)) best = found;
    }
  }
  return best;
}

function readForm(lines: ReadonlyArray<string | null>, form: Form): Mrz | null {
  const whole = lines.flatMap((line) => {
    const fit = line === null ? null : fitted(line, form.width);
    return fit === null ? [] : [fit];
  });
  if (whole.length !== form.lines || !form.begins.test(whole[0] ?? '')) return null;
  const zone = tidied(whole.join(''), form.checks);
  return {
    form: form.name,
    held: form.checks.filter((check) => holds(zone, check)).length,
    of: form.checks.length,
  };
}

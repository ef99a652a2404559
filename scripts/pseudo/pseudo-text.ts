const accents: Readonly<Record<string, string>> = {
  ...{
    a: 'á',
    b: 'ƀ',
    c: 'ç',
    d: 'đ',
    e: 'é',
    f: 'ƒ',
    g: 'ğ',
    h: 'ĥ',
    i: 'í',
    j: 'ĵ',
    k: 'ķ',
    l: 'ľ',
    m: 'ɱ',
  },
  ...{
    n: 'ñ',
    o: 'ö',
    p: 'þ',
    q: 'ǫ',
    r: 'ř',
    s: 'š',
    t: 'ţ',
    u: 'ü',
    v: 'ṽ',
    w: 'ŵ',
    x: 'ẋ',
    y: 'ý',
    z: 'ž',
  },
  ...{
    A: 'Á',
    B: 'Ɓ',
    C: 'Ç',
    D: 'Đ',
    E: 'É',
    F: 'Ƒ',
    G: 'Ğ',
    H: 'Ĥ',
    I: 'Í',
    J: 'Ĵ',
    K: 'Ķ',
    L: 'Ľ',
    M: 'Ṁ',
  },
  ...{
    N: 'Ñ',
    O: 'Ö',
    P: 'Þ',
    Q: 'Ǫ',
    R: 'Ř',
    S: 'Š',
    T: 'Ţ',
    U: 'Ü',
    V: 'Ṽ',
    W: 'Ŵ',
    X: 'Ẋ',
    Y: 'Ý',
    Z: 'Ž',
  },
};

/** What a translation may not change: plurals' forms but for their bodies, placeholders, addresses, marks. */
const exact =
  /\{\w+, plural,|\{\w+\}|https?:\/\/\S+|\[\[[\w:]+\]\]|<\/?\w+>|(?:=\d+|zero|one|two|few|many|other) (?=\{)|[{}]/g;

/** How much longer it gets: German and Russian are up to so much longer than English. */
const longer = 0.4;
export const begin = '⟦';
export const end = '⟧';

/** A text of a catalogue as no language says it: accented, 40 % longer, between brackets; its placeholders and plurals still work. Pure. */
export function pseudoText(text: string): string {
  if (text.trim() === '') return text;
  let changed = '';
  let at = 0;
  for (const match of text.matchAll(exact)) {
    changed += accented(text.slice(at, match.index)) + match[0];
    at = match.index + match[0].length;
  }
  changed += accented(text.slice(at));
  const letters = text.replaceAll(exact, '').length;
  return `${begin}${changed}${padding(Math.ceil(letters * longer))}${end}`;
}

const accented = (text: string): string => text.replaceAll(/[A-Za-z]/g, (it) => accents[it] ?? it);

/** Words, since nothing breaks a line within one. */
function padding(length: number): string {
  const words = ' ľöñğ ŵöřđš ĥéřé'.repeat(Math.ceil(length / 16));
  return words.slice(0, length).trimEnd();
}

/** A catalogue in which every text is so. */
export const pseudoCatalogue = (texts: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, pseudoText(text)]));

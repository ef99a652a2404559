const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const accented = [...'áƀçđéƒğĥíĵķľɱñöþǫřšţüṽŵẋýžÁƁÇĐÉƑĞĤÍĴĶĽṀÑÖÞǪŘŠŢÜṼŴẊÝŽ'];
const accents = new Map([...plain].map((letter, at) => [letter, accented[at] ?? letter]));

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
    changed += accent(text.slice(at, match.index)) + match[0];
    at = match.index + match[0].length;
  }
  changed += accent(text.slice(at));
  const letters = text.replaceAll(exact, '').length;
  return `${begin}${changed}${padding(Math.ceil(letters * longer))}${end}`;
}

const accent = (text: string): string => text.replaceAll(/[A-Za-z]/g, (it) => accents.get(it) ?? it);

/** Words, since nothing breaks a line within one. */
function padding(length: number): string {
  const words = ' ľöñğ ŵöřđš ĥéřé'.repeat(Math.ceil(length / 16));
  return words.slice(0, length).trimEnd();
}

/** A catalogue in which every text is so. */
export const pseudoCatalogue = (texts: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, pseudoText(text)]));

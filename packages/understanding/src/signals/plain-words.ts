/** UTF-16 units of a text that are read. */
const longest = 2000;
/** Letters of other alphabets that look like Latin ones, by which words are hidden from machines. */
const alike = new Map(
  [...'аеорсухіјѕԁһкмтвнгαεορυικνт'].map((letter, at) => [
    letter,
    [...'aeopcyxijsdhkmtbhraeopuiknt'][at] ?? letter,
  ]),
);
/** Scripts that write no spaces between words, and Korean, whose writers put them as they like. */
const joined =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Hangul}ー々';
const unspaced = new RegExp(`^[${joined}]`, 'u');
const betweenScripts = new RegExp(
  `(?<=[${joined}])(?=[\\p{L}\\p{N}])(?![${joined}\\p{M}])|(?<=[\\p{L}\\p{N}])(?<![${joined}])(?=[${joined}])`,
  'gu',
);
const blankBetween = new RegExp(`(?<=[${joined}]\\p{M}*) (?=[${joined}])`, 'gu');
const marks = /(?<=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}])\p{M}+/gu;

/** In what is written by ASCII alone, as most of English is, nothing of other scripts is looked for: it takes half the time. */
const beyondAscii = /[^\t-\r -~]/;

/** Whether a character is of a script whose words stand together. */
export const isUnspaced = (character: string): boolean => character > '\u0e00' && unspaced.test(character);

/**
 * A text as phrases are looked for in it: small letters without accents, one blank between words and around, none between those of scripts
 * that have none, ` . ` where a sentence ends and ` , ` where it pauses. What is written to hide words is undone: invisible characters, letters
 * of other alphabets, spaces between letters, letters held down.
 */
export function plainWords(text: string): string {
  const read = text.slice(0, longest);
  const manyScripts = beyondAscii.test(read);
  const words = (manyScripts ? smallLetters(read) : read.toLowerCase())
    .replace(/['’‘`´]/g, '')
    .replace(/(\p{L})\1{2,}/gu, '$1');
  const parted = (manyScripts ? words.replace(/[\p{L}]+/gu, unmixed) : words)
    .replace(/[.!?。！？;；\n\r؟…]+/gu, ' . ')
    .replace(/[,，、:：،]+/gu, ' , ')
    .replace(/[^\p{L}\p{M}\p{N}.,]+/gu, ' ')
    .replace(/(?<![\p{L}\p{N}])(?:[a-z] ){4,}[a-z](?![\p{L}\p{N}])/gu, (it) => it.replaceAll(' ', ''));
  const spaced = manyScripts ? parted.replace(betweenScripts, ' ').replace(blankBetween, '') : parted;
  return ` ${spaced.replace(/ +/g, ' ').trim()} `;
}

/** In small letters of one form each, without accents. */
const smallLetters = (text: string) =>
  visible(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/đ/g, 'd')
    .replace(/ß/g, 'ss')
    .replace(/ـ/g, '')
    .normalize('NFD')
    .replace(marks, '')
    .normalize('NFC');

/** Without characters that nobody sees; those of the block of tags are read as the letters that they stand for. */
const visible = (text: string) =>
  text
    .replace(/[\u{E0020}-\u{E007E}]/gu, (it) => String.fromCodePoint((it.codePointAt(0) ?? 0) - 0xe0000))
    .replace(/\p{Cf}/gu, '');

/** A word of letters from two alphabets, in Latin ones. */
function unmixed(word: string): string {
  if (!/[a-z]/.test(word) || !/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word)) return word;
  return [...word].map((it) => alike.get(it) ?? it).join('');
}

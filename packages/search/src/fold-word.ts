import { type Kind, kinds } from './character-kind.ts';
import { simplifyHan } from './simplified-han.ts';

/** Letters that Unicode does not take apart, as people type them who lack the key. */
const plainLetters: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ø: 'o',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};

/** A word as it is compared: lower case, without marks, width and variants of writing. May be empty, when the word is only marks. */
export function foldWord(word: string, kind: Kind): string {
  switch (kind) {
    case kinds.han:
      return foldHan(word);
    case kinds.cyrillic:
      return foldCyrillic(word);
    case kinds.arabic:
      return foldArabic(word);
    case kinds.hangul:
      // Not NFKC, which makes letters typed by themselves into halves of syllables.
      return word.normalize('NFC');
    case kinds.thai:
      return word.normalize('NFKC').toLowerCase();
    default:
      return foldLatin(word);
  }
}

function foldLatin(word: string): string {
  // Most words are plain already; the rest is slow.
  if (/^[a-z0-9]+$/.test(word)) return word;
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’](?:s$)?|[\p{M}-]/gu, '')
    .replace(/[đðłøıßæœþ]/g, (letter) => plainLetters[letter] ?? letter);
}

/** Katakana as hiragana, so that either finds the other; Traditional as Simplified. */
function foldHan(character: string): string {
  const plain = character.normalize('NFKC');
  const code = plain.charCodeAt(0);
  if (code >= 0x30a1 && code <= 0x30f6) return String.fromCharCode(code - 0x60) + plain.slice(1);
  return simplifyHan(plain);
}

/** `ё` is mostly typed as `е`; `й` is a letter of its own and keeps its mark. */
const foldCyrillic = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\u0438\u0306/g, 'й')
    .replace(/\p{M}/gu, '');

const foldArabic = (word: string): string =>
  word
    .normalize('NFKC')
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/ؤ/g, 'و')
    .replace(/ئ/g, 'ي');

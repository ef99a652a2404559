const initials = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const vowels = 'ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ'.split(' ');
const finals =
  ' ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ'.split(
    ' ',
  );

/**
 * The letters of Korean in the order in which they are typed. Half a syllable is the beginning of a whole one this way, at any moment: 추, 출, 출그 and 출금
 * begin one another though as characters they do not.
 */
export function hangulLetters(word: string): string {
  let letters = '';
  for (const character of word) {
    const syllable = character.charCodeAt(0) - 0xac00;
    if (syllable < 0 || syllable >= 11_172) letters += character;
    else
      letters +=
        (initials[Math.floor(syllable / 588)] ?? '') +
        (vowels[Math.floor((syllable % 588) / 28)] ?? '') +
        (finals[syllable % 28] ?? '');
  }
  return letters;
}

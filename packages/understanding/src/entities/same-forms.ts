/** A text in which each character has its one form (full-width digits and letters are the same to whoever types them), and where each part of it stood. */
export interface SameForms {
  readonly words: string;
  /** Of an index of `words`, where the character that it is of begins in the text. */
  readonly startOf: (index: number) => number;
  /** Of the end of something in `words`, where that ends in the text. */
  readonly endOf: (index: number) => number;
}

export function sameForms(text: string): SameForms {
  const words = text.normalize('NFKC');
  if (words === text) return { words, startOf: (index) => index, endOf: (index) => index };
  // Character by character, or their places would be lost.
  const starts: number[] = [];
  const ends: number[] = [];
  let built = '';
  let at = 0;
  for (const character of text) {
    const form = character.normalize('NFKC');
    built += form;
    for (let unit = 0; unit < form.length; unit += 1) {
      starts.push(at);
      ends.push(at + character.length);
    }
    at += character.length;
  }
  return {
    words: built,
    startOf: (index) => starts[index] ?? text.length,
    endOf: (index) => ends[index - 1] ?? 0,
  };
}

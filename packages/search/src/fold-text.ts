import { foldWord } from './fold-word.ts';
import { scanText } from './scan-text.ts';

/**
 * The words of a text as they are compared, with a space between them: what differs by case, marks, width, punctuation or ways of writing
 * only is the same. Empty where the text holds no word.
 */
export function foldText(text: string): string {
  const words: string[] = [];
  scanText(text, (kind, start, end) => {
    const word = foldWord(text.slice(start, end), kind);
    if (word) words.push(word);
  });
  return words.join(' ');
}

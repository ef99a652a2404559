/**
 * Puts words right in which one letter is missing, doubled or changed places with the next. What is a word itself (`known`) is left alone, and
 * so are words of less than five letters, where an error makes another word too easily.
 */
export function typingErrors(words: readonly string[], known: ReadonlySet<string>) {
  const right = new Map<string, string>();
  for (const word of words.filter((it) => it.length >= 5))
    for (let at = 0; at < word.length; at += 1) {
      const [before, letter, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)];
      for (const wrong of [
        before + after,
        before + letter + letter + after,
        before + after.slice(0, 1) + letter + after.slice(1),
      ])
        if (!known.has(wrong) && wrong !== word) right.set(wrong, word);
    }
  return (text: string): string => text.replace(/[^ ]+/g, (word) => right.get(word) ?? word);
}

/** What words of the Latin alphabet are told by: themselves, and their sequences of two to four letters, beginning and end marked. */
export function latinFeatures(words: readonly string[]): string[] {
  return words.flatMap((word) => {
    const marked = `_${word}_`;
    const features = marked.length > 6 ? [marked] : [];
    for (let size = 2; size <= 4; size += 1)
      for (let at = 0; at + size <= marked.length; at += 1) features.push(marked.slice(at, at + size));
    if (marked.length > 4 && marked.length <= 6) features.push(marked);
    return features;
  });
}

/** What Chinese characters are told by: themselves, and pairs of neighbours. */
export function hanFeatures(words: readonly string[]): string[] {
  return words.flatMap((word) => {
    const characters = [...word].filter((it) => /\p{Script=Han}/u.test(it));
    return [...characters, ...characters.slice(1).map((it, at) => `${characters[at]}${it}`)];
  });
}

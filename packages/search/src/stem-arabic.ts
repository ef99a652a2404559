/** A folded Arabic word without article and commonest endings, after Larkey's light stemmer. */
export function stemArabic(word: string): string {
  let stem = word;
  const prefix = /^(?:وال|بال|كال|فال|ال|لل|و)/.exec(stem);
  if (prefix && stem.length - prefix[0].length >= 3) stem = stem.slice(prefix[0].length);
  for (const suffix of ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي'])
    if (stem.endsWith(suffix) && stem.length - suffix.length >= 3) stem = stem.slice(0, -suffix.length);
  return stem;
}

/**
 * Reads origins from a text, one a line (or parted by spaces and commas). A whole address is cut to its origin; `wrong` holds
 * what is no web address.
 */
export function parseOrigins(text: string): { origins: string[]; wrong: string[] } {
  const origins = new Set<string>();
  const wrong: string[] = [];
  for (const word of text.split(/[\s,，]+/).filter(Boolean)) {
    const url = URL.parse(word);
    if (url && (url.protocol === 'https:' || url.protocol === 'http:')) origins.add(url.origin);
    else wrong.push(word);
  }
  return { origins: [...origins], wrong };
}

/** What is worth asking the server for, of what stands in the palette; null where it is too little to mean anything. */
export function paletteQuery(text: string): string | null {
  const query = text.trim();
  // One letter finds everybody; one Chinese character can be a name.
  return query.length > 1 || /\p{sc=Han}|\p{sc=Hira}|\p{sc=Kana}|\p{sc=Hang}/u.test(query) ? query : null;
}

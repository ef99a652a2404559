/** Texts of which is kept what was made of them: one message is asked about several times in a row, and messages come in groups. */
const remembered = 512;

/** What `make` makes of a text, by memory for the texts that were asked about last. */
export function rememberLast<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly made: T }>();
  return (text) => {
    const held = known.get(text) ?? { made: make(text) };
    known.delete(text);
    known.set(text, held);
    const [oldest] = known.keys();
    if (known.size > remembered && oldest !== undefined) known.delete(oldest);
    return held.made;
  };
}

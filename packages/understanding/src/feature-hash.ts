/** The hash of no text. */
export const noHash = 0x811c9dc5;

/** The hash of what has `hash`, with one more UTF-16 unit behind it (FNV-1a). It is a feature's number once it is finished. */
export const hashUnit = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

/** The same with a text behind it. */
export function hashOn(hash: number, text: string): number {
  let on = hash;
  for (let at = 0; at < text.length; at += 1) on = hashUnit(on, text.charCodeAt(at));
  return on;
}

/**
 * The number of the feature that has this hash: what differs in the last letters only is to differ in all of its 32 bits. Among 200,000 features about five pairs
 * share one, which is harmless.
 */
export function finishHash(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

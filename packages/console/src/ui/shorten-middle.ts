/** Shortens in the middle, `0x8f3a…c21b`, so that both ends, which people compare, stay in sight. */
export function shortenMiddle(text: string, keep = 16): string {
  if (text.length <= keep) return text;
  const head = Math.ceil((keep - 1) / 2);
  return `${text.slice(0, head)}…${text.slice(text.length - (keep - 1 - head))}`;
}

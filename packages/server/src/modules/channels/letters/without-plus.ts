/** An address without what stands between a plus and the `@`. */
export function withoutPlus(address: string): string {
  const plus = address.indexOf('+');
  const at = plus < 0 ? -1 : address.indexOf('@', plus);
  return at < 0 ? address : address.slice(0, plus) + address.slice(at);
}

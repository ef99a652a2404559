/** An address that can be compared with another and not written down: its first six and last four characters. A short one shows its last two. */
export function maskAddress(address: string): string {
  return address.length > 16 ? `${address.slice(0, 6)}…${address.slice(-4)}` : `…${address.slice(-2)}`;
}

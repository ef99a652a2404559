/**
 * Ids that are the larger the later, as platforms give them: also those after a new start, so that kept data never takes new messages for known ones.
 * `idAt` is the first of a moment (in milliseconds).
 */
export function growingIds(now: () => number, idAt: (moment: bigint) => bigint): () => bigint {
  let last = 0n;
  return () => {
    const next = idAt(BigInt(now()));
    last = next > last ? next : last + 1n;
    return last;
  };
}

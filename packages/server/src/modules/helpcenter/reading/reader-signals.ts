/** What readers made of an article, in all languages together. */
export interface ReaderSignals {
  /** Votes that it helped, and that it did not. */
  readonly helpful: number;
  readonly unhelpful: number;
  /** How often it was opened from a search and no person was asked afterwards, within the last 90 days. */
  readonly settled: number;
}

export const noSignals: ReaderSignals = { helpful: 0, unhelpful: 0, settled: 0 };

/** So many times settled is as much as counts. */
const plenty = 1000;
/** How much that moves an article at most: what stands first is opened more for that alone. */
const settledShare = 0.1;

/** How much readers move an article in a search: their votes a tenth up or a fifth down at most, and only once there are some; what they open a tenth up. */
export function weightOf({ helpful, unhelpful, settled }: ReaderSignals): number {
  const share = (helpful + 4) / (helpful + unhelpful + 5);
  const byVotes = Math.max(0.8, Math.min(1.1, 1 + (share - 0.8) / 2));
  return byVotes * (1 + settledShare * Math.min(1, Math.log1p(settled) / Math.log1p(plenty)));
}

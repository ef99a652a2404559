/** What a message of a platform's says so far. */
export interface Earlier {
  readonly text: string;
  /** When that was written, by the platform's clock; null where it does not say, and for what was never changed. */
  readonly writtenAt: Date | null;
}

/** What it is to say now. */
interface NewText {
  /** As it would be kept. */
  readonly text: string;
  readonly writtenAt: Date | null;
  /** Files came along that it did not have. */
  readonly hasNewFiles: boolean;
}

/**
 * What becomes of the new text of a message. `same`: platforms also tell of reactions and buttons as if the text had changed. `old`: a newer
 * text was told before. `changed`: the customer says something else now. Pure.
 */
export function decideEdit(earlier: Earlier, now: NewText): 'same' | 'old' | 'changed' {
  if (earlier.writtenAt && now.writtenAt && now.writtenAt < earlier.writtenAt) return 'old';
  return now.text === earlier.text && !now.hasNewFiles ? 'same' : 'changed';
}

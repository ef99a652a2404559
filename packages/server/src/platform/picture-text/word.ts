/** Pixels from the left and the top; right and bottom lie outside. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A word as it was read. */
export interface Word extends Rectangle {
  readonly text: string;
  /** From 0 to 1. */
  readonly confidence: number;
  readonly startsLine: boolean;
}

/** The smallest rectangle around these. */
export const around = (all: readonly [Rectangle, ...Rectangle[]]): Rectangle => ({
  left: Math.min(...all.map((it) => it.left)),
  top: Math.min(...all.map((it) => it.top)),
  right: Math.max(...all.map((it) => it.right)),
  bottom: Math.max(...all.map((it) => it.bottom)),
});

const pause = 30_000;

/** Calls back when the user moves, types or touches, at most every half minute. Returns the way to stop. */
export function watchActivity(onActive: () => void): () => void {
  let last = Number.NEGATIVE_INFINITY;
  const notice = (event: Event) => {
    if (event.timeStamp - last < pause) return;
    last = event.timeStamp;
    onActive();
  };
  const signs = ['pointermove', 'pointerdown', 'keydown', 'wheel'] as const;
  for (const sign of signs) window.addEventListener(sign, notice, { passive: true, capture: true });
  return () => {
    for (const sign of signs) window.removeEventListener(sign, notice, { capture: true });
  };
}

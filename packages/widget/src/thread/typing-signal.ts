/** Tells the other side that the customer types: at once, seldom while it goes on, and when it stops. */
export interface TypingSignal {
  typed: () => void;
  stop: () => void;
}

const repeatAfter = 4_000;
const stopAfter = 6_000;

export function createTypingSignal(tell: (on: boolean) => void): TypingSignal {
  let toldAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  function stop() {
    clearTimeout(timer);
    if (toldAt === 0) return;
    toldAt = 0;
    tell(false);
  }
  return {
    typed() {
      const now = Date.now();
      if (now - toldAt >= repeatAfter) {
        toldAt = now;
        tell(true);
      }
      clearTimeout(timer);
      timer = setTimeout(stop, stopAfter);
    },
    stop,
  };
}

/**
 * Makes something that many ask for at once run one at a time: whoever asks while it runs shares the one next run, which begins after
 * they asked and so sees what they did.
 */
export function coalesce(run: () => Promise<void>): () => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  let next: Promise<void> | undefined;
  return () => {
    if (next) return next;
    next = last.then(() => {
      next = undefined;
      return run();
    });
    // A failure is for those who asked for this run, not for the next one.
    last = next.catch(() => undefined);
    return next;
  };
}

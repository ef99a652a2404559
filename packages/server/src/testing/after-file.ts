const steps: Array<() => Promise<unknown>> = [];

/** Has something done when the test file is over, also when it is asked for within a test. What was asked for last is done first. */
export function afterFile(step: () => Promise<unknown>): void {
  steps.push(step);
}

/** Does all that was asked for. */
export async function endFile(): Promise<void> {
  for (const step of steps.splice(0).reverse()) await step();
}

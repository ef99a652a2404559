/** Rules that may call each other one after the other by what they bring about. */
const longest = 5;

const linksOf = (cause: string | null) => /^(?:rule|undo):(.+)$/.exec(cause ?? '')?.[1]?.split(',') ?? [];

/**
 * The rules whose doing a fact is, the last of them nearest: of `rule:<id>,<id>`, and of a run that was taken back. Commas stand between
 * those of which one called the next, a plus between those that ran on the same fact.
 */
export function chainOf(cause: string | null): string[] {
  return linksOf(cause).flatMap((link) => link.split('+'));
}

/** The cause of what a rule brings about when it was called by a fact of this cause, and `earlier` rules ran on that fact before it. */
export function causeOf(ruleId: string, before: string | null, earlier: readonly string[]): string {
  return `rule:${[...linksOf(before), [...earlier, ruleId].join('+')].join(',')}`;
}

/** The cause of taking back what a rule did: it does not call the rule again. */
export const undoCauseOf = (ruleId: string): string => `undo:${ruleId}`;

/** Whether a rule hears a fact of this cause: not its own doing (`own`), and not at the end of a long chain (`cut`). */
export function hearing(ruleId: string, cause: string | null): 'hears' | 'own' | 'cut' {
  if (chainOf(cause).includes(ruleId)) return 'own';
  return linksOf(cause).length >= longest ? 'cut' : 'hears';
}

import type { AssistantRun, LanguageResult, Locale } from '@fairlead/contract';

/** A language over the runs. */
export interface LanguageRow extends LanguageResult {
  /** Right answers more or fewer than in the run before; null where that had none of it. */
  readonly change: number | null;
  /** Shares of the runs up to this one, the oldest first. */
  readonly shares: readonly number[];
}

const shown = 20;
/** Which examples a run asked: those of other sets are no measure for it. */
const askedOf = ({ sets }: AssistantRun) => sets.map((it) => it.id).join();
const resultOf = (run: AssistantRun, locale: Locale) => run.languages.find((it) => it.locale === locale);

/**
 * The languages of a run, beside the runs before it. `runs`: the last first; it is compared with those of the same sets that were done with settings that held. Pure.
 */
export function languageRows(run: AssistantRun, runs: readonly AssistantRun[]): LanguageRow[] {
  const at = runs.findIndex((it) => it.id === run.id);
  const before = (at === -1 ? [] : runs.slice(at + 1)).filter(
    (it) => it.state === 'done' && it.cause !== 'trial' && askedOf(it) === askedOf(run),
  );
  return run.languages.map((result) => {
    const [last] = before;
    const former = last && resultOf(last, result.locale);
    const history = [run, ...before]
      .slice(0, shown)
      .flatMap((it) => resultOf(it, result.locale) ?? [])
      .map(({ right, total }) => (total === 0 ? 0 : right / total));
    return { ...result, change: former ? result.right - former.right : null, shares: history.toReversed() };
  });
}

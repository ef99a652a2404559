import type { Reader } from '../../../platform/database/database.ts';

/** A published text of an article. */
interface MeantText {
  readonly articleId: string;
  readonly locale: string;
  readonly revisionId: string;
}

/** Tells which of these texts' articles mean nearly the same, as far as something can tell: pairs of ids, each pair once. Asks nobody outside. */
export type NearMeanings = (
  reader: Reader,
  texts: readonly MeantText[],
) => Promise<ReadonlyArray<readonly [one: string, other: string]>>;

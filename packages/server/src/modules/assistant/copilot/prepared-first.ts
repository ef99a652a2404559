import type { LetterAnswer } from '../letters/letter-store.ts';
import type { Draft } from './draft.ts';

/**
 * The answer that the assistant made ready when a letter or form came goes before all drafts, and in the place of the one from the same passage, whose
 * translation for the agent it keeps. Pure.
 */
export function preparedFirst(
  prepared: Pick<LetterAnswer, 'locale' | 'passage' | 'sources' | 'text'> | null,
  drafts: readonly Draft[],
): Draft[] {
  if (!prepared) return [...drafts];
  const { passage, text, locale, sources } = prepared;
  const same = drafts.find((it) => it.what === passage);
  const first: Draft = {
    of: 'article',
    what: passage,
    title: same?.title ?? sources[0]?.title ?? '',
    locale: same?.locale ?? locale,
    text,
    reading: same?.reading ?? null,
    sources: [...sources],
  };
  return [first, ...drafts.filter((it) => it !== same)];
}

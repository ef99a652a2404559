import type { QuestionCluster } from '@fairlead/contract';
import type { Translate } from '../../../i18n/i18n.tsx';
import { intentName } from '../trace/trace-words.ts';

/** What a cluster is called: its intent, what its questions speak of, and else one of them. */
export function clusterTitle(
  t: Translate,
  { intent, terms, sample }: Pick<QuestionCluster, 'intent' | 'terms' | 'sample'>,
): string {
  const parts = [...(intent === null ? [] : [intentName(t, intent)]), ...terms];
  return parts.length > 0 ? parts.join(' · ') : `“${sample.text}”`;
}

/** Whether more was asked in the last week than in the one before. */
export const trendOf = ({ lately, before }: Pick<QuestionCluster, 'lately' | 'before'>) =>
  lately > before ? 'more' : lately < before ? 'less' : 'same';

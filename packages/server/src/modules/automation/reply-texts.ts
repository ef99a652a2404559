import type { Locale, RuleBody } from '@fairlead/contract';
import type { Tx } from '../../platform/database/database.ts';
import { type CoverageSource, noteTexts } from '../translation/index.ts';
import { listRules } from './rule-store.ts';

/** What rules answer customers. */
export const replyTexts: CoverageSource = {
  kind: 'rule_reply',
  chain: ['own', 'relative', 'source'],
  list: async (reader) =>
    (await listRules(reader)).flatMap((rule) =>
      repliesOf(rule).map(({ at, texts, fallback }) => ({
        id: `${rule.id}/${at}`,
        owner: rule.id,
        name: rule.name,
        source: fallback,
        locales: Object.keys(texts) as Locale[],
        shipped: [],
        says: texts[fallback] ?? '',
      })),
    ),
};

/** Notes from what each language of a rule's replies was written, as the rule is saved. */
export async function noteReplies(
  tx: Tx,
  ruleId: string,
  before: Pick<RuleBody, 'actions'> | null,
  after: Pick<RuleBody, 'actions'>,
): Promise<void> {
  const former = before ? repliesOf(before) : [];
  for (const { at, texts, fallback } of repliesOf(after)) {
    const then = former.find((it) => it.at === at);
    await noteTexts(
      tx,
      { kind: 'rule_reply', id: `${ruleId}/${at}` },
      then ? { texts: then.texts, source: then.fallback } : null,
      { texts, source: fallback },
    );
  }
}

const repliesOf = ({ actions }: Pick<RuleBody, 'actions'>) =>
  actions.filter((it) => it.do === 'reply').map(({ texts, fallback }, at) => ({ at, texts, fallback }));

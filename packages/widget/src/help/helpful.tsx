import type { PublicArticle, VoteReason } from '@fairlead/contract';
import { useState } from 'preact/hooks';
import type { Api } from '../session/api.ts';
import { useTexts } from '../views/context.ts';
import { voteFor } from './read-article.ts';

const reasons: readonly VoteReason[] = [
  'wrong',
  'unclear',
  'incomplete',
  'outdated',
  'not_my_problem',
  'other',
];

/** Asks whether an article helped, and why not. A vote that does not arrive is asked for again. */
export function Helpful({ article, call }: { article: PublicArticle; call: Api['call'] }) {
  const { t } = useTexts();
  const [asks, ask] = useState<'helpful' | 'why' | 'thanks'>('helpful');
  function vote(helpful: boolean, reason?: VoteReason) {
    ask(helpful || reason ? 'thanks' : 'why');
    voteFor(call, article, helpful, reason).catch(() => ask(asks));
  }
  return (
    <div class="helpful" role="group" aria-label={t('help.helpful')}>
      <span class="grow" role="status">
        {t(`help.${asks}`)}
      </span>
      {asks === 'helpful' && (
        <>
          <button type="button" onClick={() => vote(true)}>
            {t('help.yes')}
          </button>
          <button type="button" onClick={() => vote(false)}>
            {t('help.no')}
          </button>
        </>
      )}
      {asks === 'why' &&
        reasons.map((it) => (
          <button type="button" key={it} onClick={() => vote(false, it)}>
            {t(`help.reason.${it}`)}
          </button>
        ))}
    </div>
  );
}

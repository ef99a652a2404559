import type { PublicArticle } from '@fairlead/contract';
import { useState } from 'preact/hooks';
import type { Api } from '../session/api.ts';
import { useTexts } from '../views/context.ts';
import { voteFor } from './read-article.ts';

/** Asks whether an article helped. A vote that does not arrive is asked for again. */
export function Helpful({ article, call }: { article: PublicArticle; call: Api['call'] }) {
  const { t } = useTexts();
  const [said, setSaid] = useState(false);
  function vote(helpful: boolean) {
    setSaid(true);
    voteFor(call, article, helpful).catch(() => setSaid(false));
  }
  return (
    <div class="helpful" role="group" aria-label={t('help.helpful')}>
      <span class="grow" role="status">
        {t(said ? 'help.thanks' : 'help.helpful')}
      </span>
      {!said && (
        <>
          <button type="button" onClick={() => vote(true)}>
            {t('help.yes')}
          </button>
          <button type="button" onClick={() => vote(false)}>
            {t('help.no')}
          </button>
        </>
      )}
    </div>
  );
}

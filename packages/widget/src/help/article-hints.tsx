import type { ArticleHit } from '@fairlead/contract';
import { useState } from 'preact/hooks';
import type { Api } from '../session/api.ts';
import { useTexts } from '../views/context.ts';
import { Icon } from '../views/icon.tsx';
import { ArticleLinks } from './article-links.tsx';
import { useArticles } from './use-articles.ts';

interface Props {
  /** What is being written. */
  text: string;
  call: Api['call'];
  onOpen: (article: ArticleHit) => void;
}

/** Articles that may answer what somebody is writing, beside it and out of its way, until they put them away. */
export function ArticleHints({ text, call, onOpen }: Props) {
  const { t } = useTexts();
  const [hidden, hide] = useState(false);
  const { found } = useArticles(call, hidden ? '' : text, { pause: 500, least: 8, limit: 3 });
  const shown = found !== null && found.length > 0;
  return (
    <section class="hints" aria-label={shown ? t('help.hints') : undefined}>
      {shown && (
        <div class="hints-head">
          <b class="grow">{t('help.hints')}</b>
          <button type="button" class="icon-button" aria-label={t('help.hide')} onClick={() => hide(true)}>
            <Icon name="close" />
          </button>
        </div>
      )}
      {shown && <ArticleLinks items={found} onOpen={onOpen} />}
    </section>
  );
}

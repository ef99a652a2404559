import type { ArticleRevision, ArticleText, Locale } from '@fairlead/contract';
import { useMemo } from 'react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { DiffView } from '../compare/diff-view.tsx';
import { diffText } from '../compare/text-diff.ts';
import { wholeText } from '../compare/whole-text.ts';
import { useAgentName } from '../use-agent-name.ts';

interface CollisionDialogProps {
  theirs: ArticleRevision;
  mine: ArticleText;
  locale: Locale;
  busy: boolean;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
  onClose: () => void;
}

/** Somebody else saved while one was writing: what they wrote, what one has, and the choice. */
export function CollisionDialog({
  theirs,
  mine,
  locale,
  busy,
  onKeepMine,
  onTakeTheirs,
  onClose,
}: CollisionDialogProps) {
  const t = useT();
  const format = useFormat();
  const nameOf = useAgentName();
  const lines = useMemo(() => diffText(wholeText(theirs), wholeText(mine)), [theirs, mine]);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      keepOpenOutside
      size="lg"
      title={t('articles.collision.title')}
      description={t('articles.collision.text', {
        name: nameOf(theirs.authorId),
        when: format.relativeTime(theirs.createdAt),
      })}
      footer={
        <>
          <Button className="me-auto" onClick={onTakeTheirs}>
            {t('articles.collision.theirs')}
          </Button>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" loading={busy} onClick={onKeepMine}>
            {t('articles.collision.mine')}
          </Button>
        </>
      }
    >
      <DiffView lines={lines} lang={locale} label={t('articles.diff')} />
    </Dialog>
  );
}

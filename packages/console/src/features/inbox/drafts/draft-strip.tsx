import { Files, Users } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import type { MessageKind } from '../composer/draft-store.ts';
import { useDraftSync } from '../composer/writing.tsx';
import { useDraftStanding } from './use-thread-drafts.ts';

interface DraftStripProps {
  conversationId: string;
  kind: MessageKind;
}

/** Says above the field that colleagues see the draft, or that it was changed elsewhere too and asks which of both is wanted. */
export function DraftStrip({ conversationId, kind }: DraftStripProps) {
  const t = useT();
  const sync = useDraftSync();
  const { shared, other } = useDraftStanding(conversationId, kind);
  const place = { id: conversationId, kind };
  return (
    <div role="status">
      {other !== undefined && (
        <div className="flex flex-wrap items-center gap-2 rounded-t-[7px] border-b border-line bg-warning-soft px-3 py-1.5 text-sm text-warning-text">
          <Files className="size-4 shrink-0" aria-hidden />
          <span className="min-w-0 flex-1 basis-60">
            {t(other ? 'inbox.draft.other' : 'inbox.draft.other_gone')}
            {other && (
              <span dir="auto" className="mt-0.5 line-clamp-3 [overflow-wrap:anywhere] text-ink-2">
                {other.text || t('inbox.row.attachment')}
              </span>
            )}
          </span>
          <Button size="sm" variant="secondary" onClick={() => sync.choose(place, 'mine')}>
            {t('inbox.draft.keep_mine')}
          </Button>
          <Button size="sm" variant="secondary" onClick={() => sync.choose(place, 'other')}>
            {t(other ? 'inbox.draft.use_other' : 'inbox.draft.discard')}
          </Button>
        </div>
      )}
      {other === undefined && shared && (
        <p className="flex items-center gap-2 rounded-t-[7px] border-b border-line bg-sunken px-3 py-1 text-sm text-ink-2">
          <Users className="size-4 shrink-0" aria-hidden />
          <span className="min-w-0 flex-1">{t('inbox.draft.shared')}</span>
          <Button size="sm" variant="quiet" onClick={() => sync.share(place, false)}>
            {t('inbox.draft.unshare')}
          </Button>
        </p>
      )}
    </div>
  );
}

import type { Message } from '@fairlead/contract';
import { MessageSquareDiff } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import { useMe } from '../../../session.tsx';
import { Button } from '../../../ui/button.tsx';

interface ArrivedStripProps {
  messages: readonly Message[];
  /** What was on screen when writing began; null while nothing is written. */
  since: number | null;
  onSeen: () => void;
}

/** Says, before anything is sent, that others have written since the agent began to. */
export function ArrivedStrip({ messages, since, onSeen }: ArrivedStripProps) {
  const t = useT();
  const me = useMe().agent.id;
  const count =
    since === null
      ? 0
      : messages.filter(({ seq, kind, author }) => seq > since && kind === 'text' && author.id !== me).length;
  return (
    <div role="status">
      {count > 0 && (
        <p className="flex items-center gap-2 rounded-t-[7px] border-b border-line bg-warning-soft px-3 py-1 text-sm text-warning-text">
          <MessageSquareDiff className="size-4 shrink-0" aria-hidden />
          <span className="min-w-0 flex-1">{t('inbox.arrived', { count })}</span>
          <Button size="sm" variant="quiet" onClick={onSeen}>
            {t('inbox.arrived.seen')}
          </Button>
        </p>
      )}
    </div>
  );
}

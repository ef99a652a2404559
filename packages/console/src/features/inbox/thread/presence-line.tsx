import type { Conversation } from '@fairlead/contract';
import { Eye, PencilLine } from 'lucide-react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { useCustomerTyping, useViewers } from '../../../live/live-provider.tsx';
import { customerName } from '../../customers/customer-name.ts';
import { hereLabel } from '../here-label.ts';
import { useAgentsById } from '../use-agents-by-id.ts';

/** Who types and who else is here, on a line of its own height so that nothing moves when they come and go. */
export function PresenceLine({ conversation }: { conversation: Conversation }) {
  const t = useT();
  const format = useFormat();
  const typing = useCustomerTyping(conversation.id);
  const viewers = useViewers(conversation.id);
  const agents = useAgentsById();
  const names = (replying: boolean) =>
    viewers
      .filter((viewer) => viewer.replying === replying)
      .flatMap(({ agentId }) => agents.get(agentId)?.name ?? []);
  const replying = names(true);
  const viewing = names(false);
  return (
    <div role="status" className="flex h-6 items-center gap-3 overflow-hidden px-4 text-xs text-ink-3">
      {typing && (
        <span className="flex min-w-0 items-center gap-1.5">
          <TypingDots />
          <span className="truncate">
            {t('inbox.typing', { name: customerName(t, conversation.customer) })}
          </span>
        </span>
      )}
      {replying.length > 0 && (
        <span className="flex min-w-0 items-center gap-1 font-medium text-accent-text">
          <PencilLine className="size-3.5 shrink-0" aria-hidden />
          <span className="truncate">{hereLabel(t, replying, format.list(replying), true)}</span>
        </span>
      )}
      {viewing.length > 0 && (
        <span className="flex min-w-0 items-center gap-1">
          <Eye className="size-3.5 shrink-0" aria-hidden />
          <span className="truncate">{hereLabel(t, viewing, format.list(viewing), false)}</span>
        </span>
      )}
    </div>
  );
}

function TypingDots() {
  return (
    <span aria-hidden className="flex gap-0.5">
      {['delay-0', '[animation-delay:160ms]', '[animation-delay:320ms]'].map((delay) => (
        <span key={delay} className={`pulse-soft size-1.5 rounded-full bg-ink-3 ${delay}`} />
      ))}
    </span>
  );
}

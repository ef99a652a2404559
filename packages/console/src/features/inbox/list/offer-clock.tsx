import type { Conversation } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { BellRing } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import { inboxesQuery } from '../../../queries.ts';
import { useCan } from '../../../session.tsx';
import { useNow } from '../use-now.ts';

/** When this browser first knew of an offer; a new offer of the same conversation has another version. */
const firstSeen = new Map<string, number>();

/** A conversation that waits for this agent to open it, and for how many seconds still. */
export function OfferClock({ conversation }: { conversation: Conversation }) {
  const t = useT();
  const can = useCan();
  const now = useNow('second');
  const { data: inboxes } = useQuery({ ...inboxesQuery, enabled: can('channels.read'), staleTime: 300_000 });
  const seconds = inboxes?.find((inbox) => inbox.id === conversation.inboxId)?.acceptSeconds;
  const left =
    seconds === undefined
      ? 0
      : Math.min(seconds, Math.ceil((offeredAt(conversation) + seconds * 1000 - now) / 1000));
  return (
    <span className="inline-flex shrink-0 items-center gap-1 text-xs font-semibold text-accent-text">
      <BellRing className="size-3.5 shrink-0" aria-hidden />
      {left > 0 ? t('inbox.offer.seconds', { seconds: left }) : t('inbox.offer')}
    </span>
  );
}

function offeredAt({ id, priority }: Conversation): number {
  const key = `${id} ${priority}`;
  const seen = firstSeen.get(key) ?? Date.now();
  firstSeen.set(key, seen);
  return seen;
}

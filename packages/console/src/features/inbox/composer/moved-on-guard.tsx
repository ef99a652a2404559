import type { Message } from '@fairlead/contract';
import { GitBranch, Pencil, Send, Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { useMe } from '../../../session.tsx';
import { Button } from '../../../ui/button.tsx';
import { useSendQueue } from '../outbox/outbox.tsx';
import type { Outgoing } from '../outbox/outgoing.ts';
import { useTakeBack } from '../outbox/use-take-back.ts';
import { useDrafts } from './writing.tsx';

const shown = 3;

/** A reply was stopped because others wrote meanwhile: shows what, and asks whether to send all the same. */
export function MovedOnGuard({ item, messages }: { item: Outgoing; messages: readonly Message[] }) {
  const t = useT();
  const me = useMe().agent.id;
  const queue = useSendQueue();
  const drafts = useDrafts();
  const takeBack = useTakeBack();
  const edit = useRef<HTMLButtonElement>(null);
  // The decision is asked for where the agent is: at the keyboard.
  useEffect(() => edit.current?.focus(), []);
  const missed = messages.filter(
    (message) => message.seq > item.seenSeq && message.kind === 'text' && message.author.id !== me,
  );
  const count = Math.max(missed.length, Number(item.error?.params['count'] ?? 1));
  return (
    <section
      aria-labelledby={`${item.key}-title`}
      className="mx-3 mb-2 rounded-lg border border-warning/60 bg-warning-soft px-3 py-2.5"
    >
      <h3
        id={`${item.key}-title`}
        role="alert"
        className="flex items-center gap-2 font-semibold text-warning-text"
      >
        <GitBranch className="size-4 shrink-0" aria-hidden />
        {t('inbox.moved_on.title', { count })}
      </h3>
      <ul className="mt-1.5 flex flex-col gap-1">
        {missed.slice(-shown).map((message) => (
          <li key={message.id} className="flex gap-2 text-sm">
            <span className="shrink-0 font-medium">{message.author.name ?? t('inbox.author.customer')}</span>
            <span dir="auto" className="line-clamp-2 min-w-0 [overflow-wrap:anywhere] text-ink-2">
              {message.text || t('inbox.row.attachment')}
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-1.5 line-clamp-2 border-s-2 border-warning/60 ps-2 text-sm [overflow-wrap:anywhere] text-ink-2">
        {t('inbox.moved_on.yours', { text: item.text || t('inbox.row.attachment') })}
      </p>
      <div className="mt-2.5 flex flex-wrap gap-2">
        <Button
          ref={edit}
          variant="primary"
          size="sm"
          icon={<Pencil />}
          onClick={() => {
            const seen = messages.at(-1)?.seq ?? item.seenSeq;
            // What was just shown has been seen.
            if (takeBack(item.key)) drafts.write(item.conversationId, item.kind, { seenSeq: seen }, seen);
          }}
        >
          {t('inbox.moved_on.edit')}
        </Button>
        <Button size="sm" icon={<Send />} onClick={() => queue?.confirm(item.key)}>
          {t('inbox.moved_on.send')}
        </Button>
        <Button size="sm" variant="quiet" icon={<Trash2 />} onClick={() => queue?.takeBack(item.key)}>
          {t('inbox.outgoing.discard')}
        </Button>
      </div>
    </section>
  );
}

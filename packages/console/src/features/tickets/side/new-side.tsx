import {
  endpoints,
  maximumMessageLength,
  maximumSubjectLength,
  type SideConversation,
} from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { SendHorizontal } from 'lucide-react';
import { useRef, useState } from 'react';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { ticketKeys } from '../../../live/ticket-queries.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { Input } from '../../../ui/input.tsx';
import type { DraftPart } from '../../inbox/composer/draft-store.ts';
import { useDrafts } from '../../inbox/composer/writing.tsx';
import { WordsForm } from '../page/words-form.tsx';
import { Parties } from './parties.tsx';

interface NewSideProps {
  ticketId: string;
  onClose: () => void;
  onStarted: (side: SideConversation) => void;
}

/** Where an agent begins to write to a third party: to whom, about what, and the first letter. */
export function NewSide({ ticketId, onClose, onStarted }: NewSideProps) {
  const t = useT();
  const client = useQueryClient();
  const drafts = useDrafts();
  const draftId = `side.${ticketId}`;
  const [parties, setParties] = useState<string[]>([]);
  const [open, setOpen] = useState(false);
  const [subject, setSubject] = useState('');
  // The same key until it was taken in, so that a second try does not write twice.
  const key = useRef(crypto.randomUUID());
  const start = useMutation({
    mutationFn: ({ text, attachments }: DraftPart) =>
      call(endpoints.sideConversations.start, {
        params: { id: ticketId },
        body: {
          key: key.current,
          parties,
          subject,
          text,
          attachmentIds: attachments.map(({ id }) => id),
        },
      }),
    onSuccess: (side) => {
      drafts.clear(draftId, 'text');
      client.setQueryData<SideConversation[]>(ticketKeys.sides(ticketId), (held) =>
        held?.some(({ id }) => id === side.id) ? held : held && [...held, side],
      );
      onStarted(side);
    },
  });
  return (
    <div className="h-full overflow-y-auto pt-3">
      <WordsForm
        draftId={draftId}
        kind="text"
        roomy
        label={t('tickets.side.write')}
        placeholder={t('tickets.side.placeholder')}
        maximumLength={maximumMessageLength}
        who={t('tickets.side.who')}
        action={{ label: t('tickets.side.send'), icon: <SendHorizontal className="rtl:-scale-x-100" /> }}
        sending={start}
        onSend={start.mutate}
        valid={parties.length > 0 && !open && subject.trim() !== ''}
        needsText
      >
        <div className="flex items-center justify-between gap-2">
          <h2 className="font-semibold">{t('tickets.side.new')}</h2>
          <Button size="sm" variant="quiet" onClick={onClose}>
            {t('tickets.side.cancel')}
          </Button>
        </div>
        <Parties value={parties} onChange={setParties} onOpen={setOpen} autoFocus />
        <Field label={t('tickets.side.subject')}>
          <Input value={subject} onValueChange={setSubject} maxLength={maximumSubjectLength} dir="auto" />
        </Field>
      </WordsForm>
    </div>
  );
}

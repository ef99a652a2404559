import type { PortalTicket } from '@fairlead/contract';
import { useUploads } from '@fairlead/widget/upload/uploads';
import { type Attempt, attemptAt } from '../../data/attempt-key.ts';
import { useDraft } from '../../data/use-draft.ts';
import { absolute } from '../../text/when.ts';
import { usePortal, usePortalState, useSpeech } from '../context.ts';
import { FileBox, pasteInto } from '../file-box.tsx';
import { Refused } from '../refused.tsx';
import { useHoldBack } from '../shield/use-hold-back.tsx';
import { useDeed } from '../use-deed.ts';

interface Answer {
  text: string;
  attempt: Attempt | null;
}
/** Characters in one message, by the contract. */
const longest = 8000;
const empty = (): Answer => ({ text: '', attempt: null });

interface Props {
  ticket: PortalTicket;
  /** Answers the ticket that it concerns by then: this one, or the one that follows it. */
  onWritten: (ticket: PortalTicket) => void;
}

/** Where the customer answers, adds evidence, or says what is still wrong. */
export function AnswerBox({ ticket, onWritten }: Props) {
  const { t, locale } = useSpeech();
  const portal = usePortal();
  const maximumBytes = usePortalState((state) => state.config?.maximumUploadBytes ?? 0);
  const [draft, change, forget] = useDraft<Answer>(`answer.${ticket.id}`, empty);
  const uploads = useUploads(portal.chat, maximumBytes, () => portal.store.get().link !== 'offline');
  const { busy, refusal, run } = useDeed();
  const reopens = ticket.reopenUntil !== null;
  const follows = !reopens && (ticket.status === 'solved' || ticket.status === 'closed');
  const ready = uploads.ready && (draft.text.trim() !== '' || uploads.files.length > 0);

  const { holds, box } = useHoldBack<'text'>({
    onRemove: (_, text) => change({ text }),
    onAnyway: () => submit(true),
  });

  function submit(anyway: boolean) {
    if (!ready) return;
    void run(async () => {
      if (!anyway && (await holds({ text: draft.text }))) return;
      const content = {
        text: draft.text.trim(),
        anyway,
        attachmentIds: uploads.files.flatMap(({ attachment }) => attachment?.id ?? []),
      };
      const attempt = attemptAt(content, draft.attempt);
      change({ attempt });
      const { api } = portal;
      const body = { ...content, key: attempt.key };
      const { ticket: next } = await (reopens ? api.reopen(ticket.id, body) : api.write(ticket.id, body));
      forget();
      uploads.clear();
      if (next.id === ticket.id) onWritten(next);
      else portal.go({ at: 'ticket', id: next.id });
    });
  }
  return (
    <form
      class="form answer"
      onSubmit={(event) => {
        event.preventDefault();
        submit(false);
      }}
      onPaste={pasteInto(uploads)}
    >
      <label class="field">
        <span>{t(reopens ? 'reopen.label' : 'answer.label')}</span>
        {ticket.reopenUntil !== null && (
          <span class="quiet">{t('reopen.until', { when: absolute(locale, ticket.reopenUntil) })}</span>
        )}
        {follows && <span class="quiet">{t('answer.follows')}</span>}
        <textarea
          rows={4}
          dir={draft.text ? 'auto' : undefined}
          maxLength={longest}
          value={draft.text}
          onInput={(event) => change({ text: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
              event.currentTarget.form?.requestSubmit();
          }}
        />
      </label>
      {box}
      <FileBox uploads={uploads} />
      <Refused refusal={refusal} />
      <div class="form-foot">
        <button type="submit" class="button" disabled={busy || !ready}>
          {t(busy ? 'message.sending' : reopens ? 'reopen.send' : 'composer.send')}
        </button>
      </div>
    </form>
  );
}

import { endpoints, maximumQuickReplyLength, type TranslationDraft, unsureBelow } from '@fairlead/contract';
import { useMutation } from '@tanstack/react-query';
import { SendHorizontal } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Input } from '../../ui/input.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { Verdict } from './verdict.tsx';

/** A reply in the customer’s language, with the answers to choose from that go along. */
export interface TranslatedReply {
  readonly id: string;
  readonly confirmed: boolean;
  readonly text: string;
  readonly quickReplies: readonly string[];
}

const isReply = (text: string): boolean =>
  text.trim() !== '' && text.trim().length <= maximumQuickReplyLength;

interface ReplyPreviewProps {
  conversationId: string;
  draft: TranslationDraft;
  /** What the agent wrote. */
  source: string;
  onClose: () => void;
  onSend: (translated: TranslatedReply) => void;
}

/** A reply as the customer will read it: to be looked at, changed and sent. What is unsure is sent by a second press only, with the reasons on screen. */
export function ReplyPreview({ conversationId, draft, source, onClose, onSend }: ReplyPreviewProps) {
  const t = useT();
  const format = useFormat();
  const [text, setText] = useState(draft.text);
  const [replies, setReplies] = useState(() => draft.replies.map((it) => it.text));
  const [judged, setJudged] = useState({ text: draft.text, score: draft.score, reasons: draft.reasons });
  const isJudged = judged.text === text.trim();
  const unsure = isJudged && judged.score < unsureBelow;
  const sendIt = (confirmed: boolean) => {
    const words = text.trim();
    onSend({ id: draft.id, confirmed, text: words, quickReplies: replies.map((it) => it.trim()) });
  };
  const check = useMutation({
    mutationFn: (words: string) =>
      call(endpoints.translation.checkDraft, {
        params: { id: conversationId, draftId: draft.id },
        body: { text: words },
      }),
    onSuccess: (verdict, words) => {
      setJudged({ text: words, ...verdict });
      if (verdict.score >= unsureBelow) sendIt(false);
    },
  });
  const press = () => (isJudged ? sendIt(unsure) : check.mutate(text.trim()));
  const language = format.language(draft.to);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('translation.preview')}
      keepOpenOutside
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button
            variant={unsure ? 'danger' : 'primary'}
            icon={<SendHorizontal className="rtl:-scale-x-100" />}
            loading={check.isPending}
            disabled={text.trim() === '' || !replies.every(isReply)}
            onClick={press}
          >
            {t(unsure ? 'translation.send_anyway' : 'translation.send')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <div>
          <p className="text-sm font-medium">
            {t('translation.wrote', { language: format.language(draft.from) })}
          </p>
          <p
            dir="auto"
            lang={draft.from}
            className="mt-1 max-h-40 overflow-y-auto rounded-md bg-sunken px-2.5 py-1.5 [overflow-wrap:anywhere] whitespace-pre-wrap text-ink-2"
          >
            {source}
          </p>
        </div>
        <Field label={t('translation.in', { language })} hint={draft.mark ?? undefined}>
          <Textarea
            dir="auto"
            lang={draft.to}
            rows={4}
            maxLength={8000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </Field>
        {draft.replies.length > 0 && (
          <fieldset className="flex flex-col gap-2">
            <legend className="mb-1 text-sm font-medium">{t('translation.replies')}</legend>
            {draft.replies.map(({ said }, at) => (
              <Field
                key={said}
                label={<bdi>{said}</bdi>}
                error={
                  isReply(replies[at] ?? '')
                    ? undefined
                    : t('translation.replies.wrong', { most: maximumQuickReplyLength })
                }
              >
                <Input
                  dir="auto"
                  lang={draft.to}
                  value={replies[at] ?? ''}
                  onValueChange={(next) => setReplies(replies.with(at, next))}
                />
              </Field>
            ))}
          </fieldset>
        )}
        <div role="status">{isJudged && <Verdict score={judged.score} reasons={judged.reasons} />}</div>
        <FormError error={check.error} />
      </div>
    </Dialog>
  );
}

import { type AssistantTurn, endpoints, type MappedIntent } from '@fairlead/contract';
import { useMutation } from '@tanstack/react-query';
import { PencilLine } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { useCan } from '../../../session.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { IntentSelect } from './intent-select.tsx';

/** Says what a customer really wanted at a turn: it becomes an utterance for review. */
export function CorrectIntentButton({
  conversationId,
  turn,
}: {
  conversationId: string;
  turn: AssistantTurn;
}) {
  const t = useT();
  const toast = useToast();
  const replies = useCan()('conversations.reply');
  const [open, setOpen] = useState(false);
  const [intent, setIntent] = useState<MappedIntent | null>(null);
  const correct = useMutation({
    mutationFn: (of: MappedIntent) =>
      call(endpoints.assistant.correctIntent, {
        params: { id: conversationId, seq: turn.seq },
        body: { intent: of },
      }),
    onSuccess: () => {
      setOpen(false);
      toast.show({ title: t('learning.corrected'), tone: 'success' });
    },
  });
  if (!replies) return null;
  return (
    <>
      <Button
        size="sm"
        icon={<PencilLine />}
        onClick={() => {
          correct.reset();
          setOpen(true);
        }}
      >
        {t('learning.correct')}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        size="sm"
        title={t('learning.correct')}
        description={t('learning.correct.text')}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>{t('ui.cancel')}</Button>
            <Button
              variant="primary"
              disabled={intent === null}
              loading={correct.isPending}
              onClick={() => intent !== null && correct.mutate(intent)}
            >
              {t('learning.correct.send')}
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-3">
          <Field label={t('learning.intent')}>
            <IntentSelect value={intent} onChange={setIntent} />
          </Field>
          <FormError error={correct.error} />
        </div>
      </Dialog>
    </>
  );
}

import { type AssistantTrace, type AssistantTurn, type ExampleBody, endpoints } from '@fairlead/contract';
import { useMutation } from '@tanstack/react-query';
import { BookmarkPlus } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { useCan } from '../../../session.tsx';
import { Button } from '../../../ui/button.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { ExampleDialog } from './example-dialog.tsx';
import { expectationOf, titlesOf } from './example-of-trace.ts';

/** Keeps what was tried as an example. Shown to who may. */
export function KeepTrialButton({ draft, trace }: { draft: () => ExampleBody; trace: AssistantTrace }) {
  const t = useT();
  const manages = useCan()('assistant.manage');
  const [kept, setKept] = useState<ExampleBody | null>(null);
  if (!manages) return null;
  return (
    <>
      <Button size="sm" icon={<BookmarkPlus />} onClick={() => setKept(draft())}>
        {t('assistant.example.keep')}
      </Button>
      {kept && <ExampleDialog draft={kept} titles={titlesOf(trace)} onClose={() => setKept(null)} />}
    </>
  );
}

/** Keeps a turn of a real conversation as an example, without what names the customer. */
export function KeepTurnButton({ conversationId, turn }: { conversationId: string; turn: AssistantTurn }) {
  const t = useT();
  const toast = useToast();
  const manages = useCan()('assistant.manage');
  const [kept, setKept] = useState<ExampleBody | null>(null);
  const draft = useMutation({
    mutationFn: () =>
      call(endpoints.assistant.draftExample, { params: { id: conversationId, seq: turn.seq } }),
    onSuccess: (said) => setKept({ ...said, expect: expectationOf(turn.trace), note: '' }),
    onError: (error) => toast.error(error),
  });
  if (!manages) return null;
  return (
    <>
      <Button size="sm" icon={<BookmarkPlus />} loading={draft.isPending} onClick={() => draft.mutate()}>
        {t('assistant.example.keep')}
      </Button>
      {kept && (
        <ExampleDialog real draft={kept} titles={titlesOf(turn.trace)} onClose={() => setKept(null)} />
      )}
    </>
  );
}

import {
  endpoints,
  type MappedIntent,
  type ProposedUtterance,
  type UtteranceState,
  utteranceStates,
} from '@fairlead/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Check, GraduationCap, Undo2, X } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { useCan } from '../../../session.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { intentName } from '../trace/trace-words.ts';
import { IntentSelect } from './intent-select.tsx';
import { learningKey, utterancesQuery } from './learning-queries.ts';

/** Utterances that were proposed for training: nothing is learned from before somebody accepts it. */
export function UtterancesPanel() {
  const t = useT();
  const format = useFormat();
  const [state, setState] = useState<UtteranceState>('proposed');
  const { data, error, refetch } = useQuery(utterancesQuery(state));
  return (
    <Panel title={t('learning.utterances')} description={t('learning.utterances.text')}>
      <div className="flex flex-col gap-3">
        <Segmented
          label={t('learning.state')}
          className="self-start"
          value={state}
          onChange={setState}
          options={utteranceStates.map((value) => {
            const name = t(`learning.utterance.${value}`);
            return { value, label: data ? `${name} ${format.number(data.counts[value])}` : name };
          })}
        />
        {error && !data ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <SkeletonRows rows={4} />
        ) : data.items.length === 0 ? (
          <EmptyState
            icon={<GraduationCap />}
            title={t('learning.utterances.none')}
            level={3}
            className="py-8"
          >
            {t('learning.utterances.none.text')}
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line" aria-label={t('learning.utterances')}>
            {data.items.map((it) => (
              <UtteranceLine key={it.id} utterance={it} />
            ))}
          </ul>
        )}
      </div>
    </Panel>
  );
}

function UtteranceLine({ utterance }: { utterance: ProposedUtterance }) {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const client = useQueryClient();
  const can = useCan();
  const manages = can('assistant.manage');
  const readsTickets = can('tickets.read');
  const [intent, setIntent] = useState<MappedIntent>(utterance.intent);
  const { id, text, locale, guessed, source, ticket, category, proposedBy, proposedAt, decidedBy } =
    utterance;
  const decide = useMutation({
    mutationFn: (state: UtteranceState) =>
      call(endpoints.assistant.decideUtterance, { params: { id }, body: { state, intent } }),
    onSuccess: async (_, state) => {
      await client.invalidateQueries({ queryKey: learningKey });
      const run = () =>
        void call(endpoints.assistant.decideUtterance, {
          params: { id },
          body: { state: utterance.state, intent: utterance.intent },
        }).then(
          () => client.invalidateQueries({ queryKey: learningKey }),
          (thrown: unknown) => toast.error(thrown),
        );
      toast.show({
        title: t(`learning.utterance.now.${state}`),
        action: { label: t('tickets.undo'), run, undoes: true },
      });
    },
    onError: (thrown) => toast.error(thrown),
  });
  const waits = utterance.state === 'proposed';
  return (
    <li className="flex flex-wrap items-end gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-72">
        <p lang={locale} dir="auto" className="[overflow-wrap:anywhere]">
          {text}
        </p>
        <p className="flex flex-wrap items-center gap-1.5 text-sm text-ink-3">
          <Badge>{format.language(locale)}</Badge>
          <Badge tone={source === 'correction' ? 'accent' : 'neutral'}>
            {t(`learning.source.${source}`)}
          </Badge>
          {proposedBy?.name}
          <time dateTime={proposedAt}>{format.relativeTime(proposedAt)}</time>
          {decidedBy && t('learning.decided_by', { name: decidedBy.name })}
        </p>
        {ticket && category && (
          <p className="text-sm text-ink-2">
            {readsTickets ? (
              <Link
                to="/tickets/$ticketId"
                params={{ ticketId: ticket.id }}
                className="text-accent-text underline underline-offset-2"
              >
                {t('learning.of_ticket', { number: ticket.number })}
              </Link>
            ) : (
              t('learning.of_ticket', { number: ticket.number })
            )}{' '}
            {t('learning.sorted_as', { category: t(`category.${category}`) })}
          </p>
        )}
        {guessed && guessed !== intent && (
          <p className="text-sm text-ink-2">{t('learning.guessed', { intent: intentName(t, guessed) })}</p>
        )}
      </div>
      {manages ? (
        <div className="flex w-full flex-wrap items-center gap-2 sm:w-auto">
          <div className="w-64 max-w-full">
            <IntentSelect
              label={t('learning.intent_of', { text })}
              value={intent}
              onChange={setIntent}
              first={utterance.candidates}
              disabled={!waits}
            />
          </div>
          {waits ? (
            <>
              <Button
                variant="primary"
                icon={<Check />}
                loading={decide.isPending && decide.variables === 'accepted'}
                onClick={() => decide.mutate('accepted')}
              >
                {t('learning.accept')}
              </Button>
              <Button
                icon={<X />}
                loading={decide.isPending && decide.variables === 'rejected'}
                onClick={() => decide.mutate('rejected')}
              >
                {t('learning.reject')}
              </Button>
            </>
          ) : (
            <Button icon={<Undo2 />} loading={decide.isPending} onClick={() => decide.mutate('proposed')}>
              {t('learning.put_back')}
            </Button>
          )}
        </div>
      ) : (
        <p className="text-sm">{intentName(t, intent)}</p>
      )}
    </li>
  );
}

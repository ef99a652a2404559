import {
  type Conversation,
  defaultLocale,
  endpoints,
  type FlowId,
  type FlowSlots,
  flowIds,
  nearestLocale,
  openFlowIds,
} from '@fairlead/contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type RefObject, useRef } from 'react';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useErrorText } from '../../i18n/use-error-text.ts';
import { customerQuery } from '../../queries.ts';
import { useCan } from '../../session.tsx';
import { useShortcut } from '../../shell/shortcuts.tsx';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { FlowAnswer } from './flow-answer.tsx';

const focusKey = 'f';

/** What the exchange answers for the customer of a conversation: a flow at a press, in the customer's language and time. */
export function FlowPanel({ conversation }: { conversation: Conversation }) {
  const t = useT();
  const can = useCan();
  const errorText = useErrorText();
  const first = useRef<HTMLButtonElement>(null);
  // Of somebody whom the exchange does not vouch for, it knows nothing.
  const offered = conversation.customer.verified ? flowIds : openFlowIds;
  const { data: customer } = useQuery({
    ...customerQuery(conversation.customer.id),
    enabled: can('customers.read'),
  });
  const locale = nearestLocale(conversation.language) ?? defaultLocale;
  const run = useMutation({
    mutationFn: ({ flow, slots }: { flow: FlowId; slots: FlowSlots }) =>
      call(endpoints.flows.runForConversation, {
        params: { id: conversation.id, flow },
        body: { slots, locale, timeZone: customer?.timeZone ?? 'UTC' },
      }),
  });
  useFocusKey(first);
  const { data, variables, error, isPending, mutate } = run;
  return (
    <div className="mb-3 flex flex-col gap-2" aria-busy={isPending}>
      <h3 className="flex items-center gap-2 text-sm font-medium text-ink-2">
        {t('exchange.flows')}
        <Kbd keys={focusKey} className="pointer-coarse:hidden" />
      </h3>
      <div className="flex flex-wrap gap-1.5">
        {offered.map((flow, index) => (
          <Button
            key={flow}
            ref={index === 0 ? first : undefined}
            size="sm"
            loading={isPending && variables.flow === flow}
            aria-pressed={variables?.flow === flow}
            onClick={() => mutate({ flow, slots: {} })}
          >
            {t(`exchange.flow.${flow}`)}
          </Button>
        ))}
      </div>
      {error && (
        <p role="alert" className="text-sm text-danger-text">
          {errorText(error)}
        </p>
      )}
      {data && !error && (
        <FlowAnswer
          // Each answer is a new one: what was typed for the last belongs to that.
          key={`${data.flow} ${JSON.stringify(data.slots)}`}
          run={data}
          locale={locale}
          conversationId={conversation.id}
          busy={isPending}
          onSlots={(slots) => mutate({ flow: data.flow, slots: { ...data.slots, ...slots } })}
        />
      )}
    </div>
  );
}

function useFocusKey(first: RefObject<HTMLButtonElement | null>): void {
  useShortcut(focusKey, () => first.current?.focus(), {
    labelKey: 'exchange.flows',
    groupKey: 'inbox.shortcuts.conversation',
  });
}

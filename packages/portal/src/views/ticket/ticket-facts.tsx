import type { PortalTicket } from '@fairlead/contract';
import type { FormKey } from '@fairlead/contract/ticket-forms';
import { RichText } from '@fairlead/widget/views/rich-text.tsx';
import { useForm } from '../../data/use-form.ts';
import { absolute } from '../../text/when.ts';
import { useSpeech } from '../context.ts';
import { shownValue } from './shown-value.ts';

/** What the customer filled in, and the moments of the ticket. */
export function TicketFacts({ ticket }: { ticket: PortalTicket }) {
  const speech = useSpeech();
  const { t, wire, locale } = speech;
  const { category, fields, createdAt, solvedAt, closedAt } = ticket;
  const form = useForm(category).value;
  const asked = new Map([...(form?.others ?? []), ...(form?.fields ?? [])].map((it) => [it.key, it]));
  const filled = Object.entries(fields) as Array<[FormKey, string]>;
  const moments = [
    ['ticket.opened', createdAt],
    ['status.solved', solvedAt],
    ['status.closed', closedAt],
  ] as const;
  return (
    <section>
      <h2>{t('ticket.facts')}</h2>
      <dl class="facts">
        <div>
          <dt>{t('ticket.about')}</dt>
          <dd>{wire(`category.${category}`)}</dd>
        </div>
        {filled.map(([key, value]) => (
          <div key={key}>
            <dt>{asked.get(key)?.label ?? wire(`field.${key}`)}</dt>
            <dd dir="auto">
              <RichText text={shownValue(speech, key, value, asked.get(key))} />
            </dd>
          </div>
        ))}
        {moments.map(
          ([key, at]) =>
            at && (
              <div key={key}>
                <dt>{t(key)}</dt>
                <dd>
                  <time dateTime={at}>{absolute(locale, at)}</time>
                </dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}

import type { PortalTicket } from '@fairlead/contract';
import { type FieldKey, fieldTypeOf, type Network, networks } from '@fairlead/contract/ticket-forms';
import { RichText } from '@fairlead/widget/views/rich-text.tsx';
import { absolute } from '../../text/when.ts';
import { useSpeech } from '../context.ts';

/** What the customer filled in, and the moments of the ticket. */
export function TicketFacts({ ticket }: { ticket: PortalTicket }) {
  const { t, wire, locale } = useSpeech();
  const { category, fields, createdAt, solvedAt, closedAt } = ticket;
  const filled = Object.entries(fields) as Array<[FieldKey, string]>;
  const moments = [
    ['ticket.opened', createdAt],
    ['status.solved', solvedAt],
    ['status.closed', closedAt],
  ] as const;
  function shown(key: FieldKey, value: string): string {
    if (key === 'network')
      return (
        (Object.hasOwn(networks, value) && networks[value as Network].name) || wire('choice.network.other')
      );
    return fieldTypeOf(key) === 'choice' ? wire(`choice.${key}.${value}`) : value;
  }
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
            <dt>{wire(`field.${key}`)}</dt>
            <dd dir="auto">
              <RichText text={shown(key, value)} />
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

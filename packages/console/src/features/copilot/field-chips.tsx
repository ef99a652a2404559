import { type CopilotSuggestions, endpoints, type FormKey, type TicketFields } from '@fairlead/contract';
import { useQueryClient } from '@tanstack/react-query';
import { ArrowRight, ListPlus, ScanEye, X } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { putTicketDetail } from '../../live/ticket-to-cache.ts';
import { useCan } from '../../session.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { shortenMiddle } from '../../ui/shorten-middle.ts';
import { useToast } from '../../ui/toast.tsx';
import { useForms } from '../tickets/forms/use-forms.ts';
import { valuesBefore } from '../tickets/page/found-fields.ts';
import { copilotKey } from './copilot-queries.ts';
import { Fold } from './fold.tsx';
import { useOfferFates, useShown } from './use-offers.ts';

type Offer = NonNullable<CopilotSuggestions['fields']>;

/** What stands in the thread and is missing in the ticket's form: filled in by a press, and taken back by another. */
export function FieldChips({ conversationId, offer }: { conversationId: string; offer: Offer }) {
  const t = useT();
  return (
    <Fold title={t('copilot.fields')} count={offer.chips.length} open>
      <Chips conversationId={conversationId} offer={offer} />
    </Fold>
  );
}

function Chips({ conversationId, offer }: { conversationId: string; offer: Offer }) {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const client = useQueryClient();
  const can = useCan();
  const fates = useOfferFates(conversationId);
  const [busy, setBusy] = useState(false);
  const { offerId, ticketId, chips, all } = offer;
  const forms = useForms();
  const writes = can('tickets.write');
  useShown(conversationId, [offerId]);

  const save = async (fields: TicketFields): Promise<boolean> => {
    setBusy(true);
    try {
      const detail = await call(endpoints.tickets.update, { params: { id: ticketId }, body: { fields } });
      putTicketDetail(client, detail);
      await client.invalidateQueries({ queryKey: copilotKey(conversationId) });
      return true;
    } catch (error) {
      toast.error(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const fill = async (fields: TicketFields) => {
    if (!(await save(fields))) return;
    fates.accept(offerId);
    const names = format.list((Object.keys(fields) as FormKey[]).map((key) => forms.nameOf(key)));
    toast.show({
      id: `copilot-fields-${ticketId}`,
      title: t('tickets.found.done', { fields: names }),
      tone: 'success',
      // What is offered was empty before.
      action: { label: t('tickets.undo'), run: () => void save(valuesBefore({}, fields)), undoes: true },
    });
  };
  return (
    <div className="flex flex-col gap-1.5">
      <ul className="flex flex-col gap-1">
        {chips.map(({ fields, misread }) => (
          <li key={JSON.stringify(fields)} className="flex items-center gap-2 text-sm">
            <span className="min-w-0 flex-1">
              {(Object.entries(fields) as Array<[FormKey, string]>).map(([key, value]) => (
                <span key={key} className="flex flex-wrap items-center gap-x-1.5">
                  <span className="text-ink-3">{forms.nameOf(key)}</span>
                  <ArrowRight className="size-3 shrink-0 text-ink-3 rtl:-scale-x-100" aria-hidden />
                  <bdi className="font-mono text-xs" title={value}>
                    {shortenMiddle(value, 18)}
                  </bdi>
                </span>
              ))}
              {misread && (
                <Badge tone="warning" icon={<ScanEye aria-hidden />}>
                  {t('tickets.found.misread')}
                </Badge>
              )}
            </span>
            {writes && (
              <Button size="sm" disabled={busy} onClick={() => void fill(fields)}>
                {t('copilot.fields.fill')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className="flex items-center gap-1.5">
        {writes && Object.keys(all).length > 0 && (
          <Button size="sm" icon={<ListPlus />} loading={busy} onClick={() => void fill(all)}>
            {t('copilot.fields.all')}
          </Button>
        )}
        <IconButton
          size="sm"
          label={t('copilot.dismiss')}
          icon={<X />}
          onClick={() => fates.reject(offerId)}
        />
      </div>
    </div>
  );
}

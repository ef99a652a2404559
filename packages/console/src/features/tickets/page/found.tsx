import {
  endpoints,
  type FormKey,
  networks,
  type TicketDetail,
  type TicketEntity,
  type TicketFields,
} from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { CircleCheck, ListPlus, ScanEye } from 'lucide-react';
import { call } from '../../../api.ts';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { evidenceQuery } from '../../../live/ticket-queries.ts';
import { Badge } from '../../../ui/badge.tsx';
import { CopyText } from '../../../ui/copy-text.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { LongId } from '../../inbox/thread/long-id.tsx';
import { useForms } from '../forms/use-forms.ts';
import { valuesBefore } from './found-fields.ts';
import { Section } from './section.tsx';
import type { TicketActions } from './use-ticket-actions.ts';

interface FoundProps {
  ticket: TicketDetail;
  actions: TicketActions;
  editable: boolean;
}

/** What was recognised in the words and pictures of the case, each with a button that fills it into the form. */
export function Found({ ticket, actions, editable }: FoundProps) {
  const t = useT();
  const { data, error, refetch } = useQuery(evidenceQuery(ticket.id));
  return (
    <Section title={t('tickets.found')}>
      {data ? (
        data.entities.length === 0 ? (
          <p className="text-sm text-ink-3">{t('tickets.found.none')}</p>
        ) : (
          <ul className="flex flex-col gap-2">
            {data.entities.map((entity) => (
              <FoundEntity
                key={`${entity.kind} ${entity.text}`}
                entity={entity}
                ticket={ticket}
                actions={actions}
                editable={editable}
              />
            ))}
          </ul>
        )
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <SkeletonRows rows={2} />
      )}
    </Section>
  );
}

function FoundEntity({ entity, ticket, actions, editable }: FoundProps & { entity: TicketEntity }) {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const { kind, text, network, fields, misread, source, times } = entity;
  const keys = Object.keys(fields) as FormKey[];
  const taken = keys.length > 0 && keys.every((key) => ticket.fields[key] === fields[key]);
  const forms = useForms();
  const names = format.list(keys.map((key) => forms.nameOf(key, ticket.category)));
  const fill = (values: TicketFields) =>
    actions.run(() =>
      call(endpoints.tickets.update, { params: { id: ticket.id }, body: { fields: values } }),
    );
  const take = async () => {
    const before = valuesBefore(ticket.fields, fields);
    if (!(await fill(fields))) return;
    toast.show({
      id: `found-${ticket.id}`,
      title: t('tickets.found.done', { fields: names }),
      tone: 'success',
      action: { label: t('tickets.undo'), run: () => void fill(before), undoes: true },
    });
  };
  const where = t(`tickets.found.${source.of}`);
  return (
    <li className="flex items-start gap-2">
      <div className="min-w-0 flex-1">
        {kind === 'txid' || kind === 'address' ? <LongId text={text} /> : <CopyText value={text} keep={30} />}
        <p className="mt-0.5 flex flex-wrap items-center gap-x-1.5 text-xs text-ink-3">
          <span>{forms.nameOf(kind, ticket.category)}</span>
          <span aria-hidden>·</span>
          <span title={format.dateTime(source.at)}>{where}</span>
          {times > 1 && <span>{t('tickets.found.times', { count: times })}</span>}
          {misread && (
            <Badge tone="warning" icon={<ScanEye aria-hidden />}>
              {t('tickets.found.misread')}
            </Badge>
          )}
          {network && networks[network].name && (
            <Badge tone="success" icon={<CircleCheck aria-hidden />}>
              {t('tickets.found.proven', { network: networks[network].name })}
            </Badge>
          )}
        </p>
      </div>
      {taken ? (
        <span
          className="grid size-7 shrink-0 place-items-center text-success-text"
          title={t('tickets.found.taken')}
        >
          <CircleCheck className="size-4" aria-hidden />
          <span className="sr-only">{t('tickets.found.taken')}</span>
        </span>
      ) : (
        editable &&
        keys.length > 0 && (
          <IconButton
            size="sm"
            label={t('tickets.found.take', { fields: names })}
            icon={<ListPlus />}
            disabled={actions.busy}
            onClick={() => void take()}
          />
        )
      )}
    </li>
  );
}

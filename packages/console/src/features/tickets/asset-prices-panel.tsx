import { type AssetPrices, endpoints, maximumPrices } from '@fairlead/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { assetPricesQuery, ticketKeys } from '../../live/ticket-queries.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Input } from '../../ui/input.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useToast } from '../../ui/toast.tsx';
import { type PriceRow, rowsOf, usdOf, wrongWith } from './price-rows.ts';

/** By which prices the money at risk on tickets is weighed, and of which day they are. */
export function AssetPricesPanel() {
  const t = useT();
  const { data, error, refetch } = useQuery(assetPricesQuery);
  return (
    <Panel title={t('risk.prices')} description={t('risk.prices.text')}>
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <PricesForm prices={data} />
      ) : (
        <Skeleton className="h-64" />
      )}
    </Panel>
  );
}

function PricesForm({ prices }: { prices: AssetPrices }) {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  const [asOf, setAsOf] = useState(prices.asOf);
  const [rows, setRows] = useState(() => rowsOf(prices));
  const save = useMutation({
    mutationFn: () => call(endpoints.tickets.savePrices, { body: { asOf, usd: usdOf(rows) } }),
    onSuccess: (saved) => {
      client.setQueryData(ticketKeys.prices, saved);
      setRows(rowsOf(saved));
      toast.show({ title: t('ui.saved'), tone: 'success' });
    },
  });
  const change = (row: PriceRow) => setRows(rows.map((other) => (other.id === row.id ? row : other)));
  const next = Math.max(0, ...rows.map(({ id }) => id)) + 1;
  const valid = asOf !== '' && rows.every((row) => wrongWith(row, rows) === null);
  return (
    <Form valid={valid} onSubmit={() => save.mutate()} className="flex flex-col items-start gap-4">
      {(tried) => (
        <>
          <Field
            label={t('risk.prices.as_of')}
            hint={t('risk.prices.as_of.hint')}
            error={tried && asOf === '' ? t('risk.prices.date.missing') : undefined}
          >
            <Input type="date" value={asOf} onValueChange={setAsOf} className="max-w-44" />
          </Field>
          <ul className="flex w-full max-w-md flex-col gap-2">
            {rows.map((row) => (
              <PriceLine
                key={row.id}
                row={row}
                wrong={tried ? wrongWith(row, rows) : null}
                onChange={change}
                onRemove={() => setRows(rows.filter((other) => other.id !== row.id))}
              />
            ))}
          </ul>
          <Button
            size="sm"
            icon={<Plus />}
            disabled={rows.length >= maximumPrices}
            onClick={() => setRows([...rows, { id: next, asset: '', usd: '' }])}
          >
            {t('risk.prices.add')}
          </Button>
          <FormError error={save.error} />
          <Button type="submit" variant="primary" loading={save.isPending}>
            {t('ui.save')}
          </Button>
        </>
      )}
    </Form>
  );
}

interface PriceLineProps {
  row: PriceRow;
  wrong: 'asset' | 'usd' | null;
  onChange: (row: PriceRow) => void;
  onRemove: () => void;
}

function PriceLine({ row, wrong, onChange, onRemove }: PriceLineProps) {
  const t = useT();
  return (
    <li>
      <div className="flex items-center gap-2">
        <Input
          mono
          className="max-w-28 min-w-0 flex-1"
          aria-label={t('risk.prices.asset')}
          aria-invalid={wrong === 'asset'}
          maxLength={20}
          value={row.asset}
          onValueChange={(asset) => onChange({ ...row, asset: asset.toUpperCase() })}
        />
        <Input
          inputMode="decimal"
          className="min-w-0 flex-1 text-end tabular-nums"
          aria-label={row.asset ? t('risk.prices.of', { asset: row.asset }) : t('risk.prices.usd')}
          aria-invalid={wrong === 'usd'}
          maxLength={20}
          value={row.usd}
          onValueChange={(usd) => onChange({ ...row, usd })}
        />
        <span className="text-sm text-ink-3">{t('risk.prices.unit')}</span>
        <IconButton
          size="sm"
          label={t('risk.prices.remove', { asset: row.asset })}
          icon={<Trash2 />}
          onClick={onRemove}
        />
      </div>
      {wrong && (
        <p role="alert" className="mt-1 text-sm text-danger-text">
          {t(wrong === 'asset' ? 'risk.prices.asset.wrong' : 'risk.prices.usd.wrong')}
        </p>
      )}
    </li>
  );
}

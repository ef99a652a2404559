import type { Locale } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { usePaused } from '../../../shell/use-paused.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { Form } from '../../../ui/form.tsx';
import { Input } from '../../../ui/input.tsx';
import { Select } from '../../../ui/select.tsx';
import { previewQuery } from '../article-queries.ts';
import { type FactKind, factKinds, factName, isOfAsset } from './fact-name.ts';

/** Milliseconds without a key after which a name is looked up. */
const pause = 250;

interface FactDialogProps {
  locale: Locale;
  onChoose: (name: string) => void;
  onClose: () => void;
}

/** Puts a live fact together, and shows what it says today. */
export function FactDialog({ locale, onChoose, onClose }: FactDialogProps) {
  const t = useT();
  const form = useId();
  const [kind, setKind] = useState<FactKind>('fee.withdraw');
  const [asset, setAsset] = useState('USDT');
  const [network, setNetwork] = useState('TRC20');
  const name = factName(kind, asset, network);
  const settled = usePaused(name ?? '', pause);
  const { data } = useQuery({
    ...previewQuery(`{{${settled}}}`, locale),
    enabled: settled !== '' && settled === name,
  });
  const known = data !== undefined && data.problems.length === 0;
  const value = data && new DOMParser().parseFromString(data.html, 'text/html').body.textContent.trim();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      keepOpenOutside
      size="sm"
      title={t('articles.tool.fact')}
      description={t('articles.fact.text')}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" form={form} variant="primary">
            {t('articles.fact.insert')}
          </Button>
        </>
      }
    >
      <Form
        id={form}
        valid={name !== null}
        onSubmit={() => {
          onClose();
          if (name) onChoose(name);
        }}
        className="flex flex-col gap-4"
      >
        {(tried) => (
          <>
            <Field label={t('articles.fact.kind')}>
              <Select
                value={kind}
                onChange={setKind}
                options={factKinds.map((it) => ({ value: it, label: t(`articles.fact.${it}`) }))}
              />
            </Field>
            {isOfAsset(kind) && (
              <div className="grid grid-cols-2 gap-3">
                <Field
                  label={t('articles.fact.asset')}
                  error={tried && !name ? t('articles.fact.asset.missing') : undefined}
                >
                  <Input maxLength={12} value={asset} onValueChange={setAsset} />
                </Field>
                <Field label={t('articles.fact.network')} hint={t('articles.fact.network.hint')}>
                  <Input maxLength={12} value={network} onValueChange={setNetwork} />
                </Field>
              </div>
            )}
            <p role="status" className="min-h-10 rounded-md bg-sunken px-3 py-2 text-sm text-ink-2">
              {name && settled === name && data && (
                <>
                  <code className="font-mono">{`{{${name}}}`}</code>{' '}
                  {known ? t('articles.fact.says', { value: value ?? '' }) : t('articles.fact.unknown')}
                </>
              )}
            </p>
          </>
        )}
      </Form>
    </Dialog>
  );
}

import type { endpoints, ResponseOf } from '@fairlead/contract';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';

/** What came of asking a model for a word. */
export function TrialResult({ result }: { result: ResponseOf<typeof endpoints.assistant.tryModel> }) {
  const t = useT();
  const format = useFormat();
  const { outcome, status, milliseconds } = result;
  const works = outcome === 'answered';
  const Icon = works ? CircleCheck : CircleAlert;
  return (
    <p
      role="status"
      className={`flex items-start gap-1.5 text-sm ${works ? 'text-success-text' : 'text-danger-text'}`}
    >
      <Icon className="mt-0.5 size-4 shrink-0" aria-hidden />
      <span>
        {works
          ? t('assistant.model.try.works', { count: format.number(Math.round(milliseconds)) })
          : t(`assistant.model.try.${outcome}`)}
        {status !== null && ` ${t('assistant.model.try.status', { status: String(status) })}`}
      </span>
    </p>
  );
}

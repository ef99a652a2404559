import type { ExchangeVerification } from '@fairlead/contract';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { Badge, type Tone } from '../../ui/badge.tsx';

const tones: Readonly<Record<ExchangeVerification['state'], Tone>> = {
  none: 'neutral',
  pending: 'accent',
  approved: 'success',
  rejected: 'danger',
  expired: 'warning',
  under_review: 'neutral',
};

/** How far the customer is verified, and why not further. */
export function VerificationFacts({ verification }: { verification: ExchangeVerification }) {
  const t = useT();
  const format = useFormat();
  const { state, level, reasons, decidedAt } = verification;
  return (
    <div className="text-sm">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={tones[state]}>{t(`exchange.verification.${state}`)}</Badge>
        {level !== null && <span>{t('exchange.level', { level })}</span>}
        {decidedAt && (
          <time dateTime={decidedAt} className="text-ink-3">
            {format.relativeTime(decidedAt)}
          </time>
        )}
      </p>
      {reasons.length > 0 && (
        <ul className="mt-1 list-disc ps-5 text-ink-2">
          {reasons.map((reason) => (
            <li key={reason}>{t(`exchange.refused.${reason}`)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

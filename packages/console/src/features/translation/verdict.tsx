import { type TranslationReason, unsureBelow } from '@fairlead/contract';
import { TriangleAlert } from 'lucide-react';
import { useFormat, useT } from '../../i18n/i18n.tsx';

interface VerdictProps {
  score: number;
  reasons: readonly TranslationReason[];
}

/** What speaks against a translation: nothing where it can be relied on. */
export function Verdict({ score, reasons }: VerdictProps) {
  const t = useT();
  const format = useFormat();
  if (score >= unsureBelow) return null;
  return (
    <div className="flex items-start gap-1.5 rounded-md bg-warning-soft px-2 py-1.5 text-sm text-warning-text">
      <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
      <div className="min-w-0">
        <p className="font-medium">{t('translation.unsure', { score: format.share(score) })}</p>
        <ul className="list-inside list-disc">
          {reasons.map((reason) => (
            <li key={reason}>{t(`translation.reason.${reason}`)}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

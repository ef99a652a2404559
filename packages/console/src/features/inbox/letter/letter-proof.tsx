import type { Letter } from '@fairlead/contract';
import { ShieldAlert, ShieldCheck, ShieldQuestion } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import { Badge } from '../../../ui/badge.tsx';

const looks = {
  proved: { tone: 'success', icon: <ShieldCheck aria-hidden />, key: 'inbox.letter.proved' },
  not_proved: { tone: 'warning', icon: <ShieldQuestion aria-hidden />, key: 'inbox.letter.not_proved' },
  failed: { tone: 'danger', icon: <ShieldAlert aria-hidden />, key: 'inbox.letter.failed' },
} as const;

/** Whether a letter comes from whom it says. */
export function LetterProof({ proof }: { proof: Letter['proof'] }) {
  const t = useT();
  const { tone, icon, key } = looks[proof?.verdict ?? 'not_proved'];
  return (
    <Badge tone={tone} icon={icon}>
      {t(key)}
    </Badge>
  );
}

import type { Recovery } from '@fairlead/contract';
import { Swords } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import { RecoveryCard } from './recovery-card.tsx';

/** Claims on one account, side by side: all but one are refused before anybody gets it. */
export function Rivals({ uid, claims }: { uid: string; claims: readonly Recovery[] }) {
  const t = useT();
  return (
    <li className="flex flex-col gap-3 rounded-lg border border-line bg-danger-soft p-3">
      <div>
        <h2 className="flex items-center gap-2 font-medium [&_svg]:size-4">
          <Swords aria-hidden />
          {t('exchange.recovery.rivals', { uid, count: claims.length })}
        </h2>
        <p className="text-sm">{t('exchange.recovery.rivals.text')}</p>
      </div>
      <ul className="grid items-start gap-3 lg:grid-cols-2">
        {claims.map((it) => (
          <RecoveryCard key={it.id} recovery={it} />
        ))}
      </ul>
    </li>
  );
}

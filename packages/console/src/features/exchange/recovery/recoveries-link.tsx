import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { KeyRound } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import { buttonClass } from '../../../ui/button.tsx';
import { waitingRecoveriesQuery } from './recovery-queries.ts';

/** The way to the accounts that are asked back, with how many wait for a decision. */
export function RecoveriesLink() {
  const t = useT();
  const { data: waiting = 0 } = useQuery(waitingRecoveriesQuery);
  return (
    <Link to="/customers/recoveries" className={`${buttonClass('secondary')} [&_svg]:size-4`}>
      <KeyRound aria-hidden />
      {waiting > 0 ? t('exchange.recoveries.waiting', { count: waiting }) : t('exchange.recoveries')}
    </Link>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Snowflake } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import { buttonClass } from '../../../ui/button.tsx';
import { waitingFreezesQuery } from './freeze-queries.ts';

/** The way to the freezes, with how many wait for a second person. */
export function FreezesLink() {
  const t = useT();
  const { data: waiting = 0 } = useQuery(waitingFreezesQuery);
  return (
    <Link
      to="/customers/freezes"
      className={`${buttonClass(waiting > 0 ? 'danger' : 'secondary')} [&_svg]:size-4`}
    >
      <Snowflake aria-hidden />
      {waiting > 0 ? t('exchange.freezes.waiting', { count: waiting }) : t('exchange.freezes')}
    </Link>
  );
}

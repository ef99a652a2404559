import { BadgeCheck, CircleHelp } from 'lucide-react';
import { useT } from '../../i18n/i18n.tsx';
import { Badge } from '../../ui/badge.tsx';

/** Whether the exchange vouches for who a customer is. */
export function VerifiedBadge({ verified }: { verified: boolean }) {
  const t = useT();
  return verified ? (
    <Badge tone="success" icon={<BadgeCheck />}>
      {t('customers.verified')}
    </Badge>
  ) : (
    <Badge tone="warning" icon={<CircleHelp />}>
      {t('customers.unverified')}
    </Badge>
  );
}

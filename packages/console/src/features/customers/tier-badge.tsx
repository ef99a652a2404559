import type { Tier } from '@fairlead/contract';
import { Gem, Star } from 'lucide-react';
import { useT } from '../../i18n/i18n.tsx';
import { Badge } from '../../ui/badge.tsx';

/** A customer's level at the exchange; nothing for the standard one. */
export function TierBadge({ tier }: { tier: Tier }) {
  const t = useT();
  if (tier === 'standard') return null;
  return (
    <Badge tone="accent" icon={tier === 'vip' ? <Gem /> : <Star />}>
      {t(`customers.tier.${tier}`)}
    </Badge>
  );
}

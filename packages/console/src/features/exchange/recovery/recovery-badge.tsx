import type { RecoveryState, RecoveryTier } from '@fairlead/contract';
import { CircleCheck, CircleX, Clock, OctagonX, Scale, Undo2, UserSearch } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import { Badge, type Tone } from '../../../ui/badge.tsx';

const looks = {
  proving: ['neutral', UserSearch],
  review: ['warning', Scale],
  second: ['warning', Scale],
  cooling: ['accent', Clock],
  granted: ['success', CircleCheck],
  refused: ['neutral', CircleX],
  stopped: ['danger', OctagonX],
  expired: ['neutral', CircleX],
  withdrawn: ['neutral', Undo2],
} as const satisfies Record<RecoveryState, readonly [Tone, typeof Clock]>;

/** How far a recovery is. */
export function RecoveryBadge({ state }: { state: RecoveryState }) {
  const t = useT();
  const [tone, Icon] = looks[state];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {t(`exchange.recovery.state.${state}`)}
    </Badge>
  );
}

const tones = { low: 'neutral', middle: 'warning', high: 'danger' } as const satisfies Record<
  RecoveryTier,
  Tone
>;

/** How risky it is. */
export function TierBadge({ tier }: { tier: RecoveryTier }) {
  const t = useT();
  return <Badge tone={tones[tier]}>{t(`exchange.recovery.tier.${tier}`)}</Badge>;
}

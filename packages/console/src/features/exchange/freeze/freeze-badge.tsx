import type { FreezeState } from '@fairlead/contract';
import { CircleX, Clock, Loader, Snowflake, TriangleAlert } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import { Badge, type Tone } from '../../../ui/badge.tsx';

const looks = {
  waiting: ['warning', Clock],
  approved: ['accent', Loader],
  frozen: ['danger', Snowflake],
  refused: ['neutral', CircleX],
  failed: ['danger', TriangleAlert],
} as const satisfies Record<FreezeState, readonly [Tone, typeof Clock]>;

/** How far a freeze is. */
export function FreezeBadge({ state }: { state: FreezeState }) {
  const t = useT();
  const [tone, Icon] = looks[state];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {t(`exchange.freeze.state.${state}`)}
    </Badge>
  );
}

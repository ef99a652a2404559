import type { InboxHealth } from '@fairlead/contract';
import { CircleCheck, CircleDashed, Clock, TriangleAlert, Unplug } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { Badge, type Tone } from '../../ui/badge.tsx';

const looks: { readonly [State in InboxHealth['state']]: { tone: Tone; icon: ReactNode } } = {
  not_connected: { tone: 'warning', icon: <Unplug /> },
  waiting: { tone: 'neutral', icon: <CircleDashed /> },
  well: { tone: 'success', icon: <CircleCheck /> },
  ending: { tone: 'warning', icon: <Clock /> },
  trouble: { tone: 'danger', icon: <TriangleAlert /> },
};

/** How an inbox gets along with its platform or mail servers, with since when, until when or why not. */
export function InboxHealthBadge({ health }: { health: InboxHealth }) {
  const t = useT();
  const format = useFormat();
  const { state, trouble, endsAt, lastContactAt } = health;
  const more =
    state === 'trouble' && trouble
      ? t(`error.${trouble.code}`)
      : state === 'ending' && endsAt
        ? t('channels.health.ends', { when: format.relativeTime(endsAt) })
        : lastContactAt && t('channels.social.contact', { when: format.relativeTime(lastContactAt) });
  return (
    <span className="flex min-w-0 flex-col items-start gap-0.5">
      <Badge tone={looks[state].tone} icon={looks[state].icon}>
        {t(`channels.health.${state}`)}
      </Badge>
      {more && <span className="text-xs whitespace-normal text-ink-3">{more}</span>}
    </span>
  );
}

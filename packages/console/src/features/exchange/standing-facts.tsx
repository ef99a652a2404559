import type { ExchangeStanding } from '@fairlead/contract';
import { CircleCheck, Lock, ShieldAlert, Snowflake } from 'lucide-react';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { Badge } from '../../ui/badge.tsx';

/** What the account may not do, why and until when; and what was changed of its protection. */
export function StandingFacts({ standing }: { standing: ExchangeStanding }) {
  const t = useT();
  const format = useFormat();
  const { frozenAt, restrictions, secondFactor, accounts, changes } = standing;
  const locked = accounts.filter(({ state }) => state !== 'working');
  const free = frozenAt === null && restrictions.length === 0 && locked.length === 0;
  return (
    <ul className="flex flex-col gap-1.5">
      {free && (
        <li>
          <Badge tone="success" icon={<CircleCheck aria-hidden />}>
            {t('exchange.free')}
          </Badge>
        </li>
      )}
      {frozenAt && (
        <li>
          <Badge tone="danger" icon={<Snowflake aria-hidden />}>
            {t('exchange.frozen', { time: format.dateTime(frozenAt) })}
          </Badge>
        </li>
      )}
      {restrictions.map(({ kind, reason, since, until }) => (
        <li key={`${kind} ${since}`} className="text-sm">
          <Badge tone="warning" icon={<Lock aria-hidden />}>
            {t(`exchange.restriction.${kind}`)}
          </Badge>
          <span className="mt-0.5 block text-ink-2">
            {t(`exchange.restricted_for.${reason}`)}
            {' · '}
            {until
              ? t('exchange.until', { time: format.dateTime(until) })
              : t('exchange.since', { time: format.dateTime(since) })}
          </span>
        </li>
      ))}
      {locked.map(({ kind, state }) => (
        <li key={kind}>
          <Badge tone="warning" icon={<Lock aria-hidden />}>
            {t(state === 'locked' ? 'exchange.account.locked' : 'exchange.account.under_review', { kind })}
          </Badge>
        </li>
      ))}
      {secondFactor !== 'set' && (
        <li>
          <Badge tone="warning" icon={<ShieldAlert aria-hidden />}>
            {t(`exchange.second_factor.${secondFactor}`)}
          </Badge>
        </li>
      )}
      {changes.map(({ kind, at }) => (
        <li key={`${kind} ${at}`} className="flex justify-between gap-2 text-sm">
          <span className="min-w-0 break-words">{t(`exchange.change.${kind}`)}</span>
          <time dateTime={at} className="shrink-0 text-ink-3">
            {format.relativeTime(at)}
          </time>
        </li>
      ))}
    </ul>
  );
}

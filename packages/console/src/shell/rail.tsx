import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { CircleAlert, Search } from 'lucide-react';
import { waitingFreezesQuery } from '../features/exchange/freeze/freeze-queries.ts';
import { type Attention, useAttention } from '../features/inbox/attention/attention.tsx';
import { AlertsBell } from '../features/sla/alerts/alerts-bell.tsx';
import { type Translate, useFormat, useT } from '../i18n/i18n.tsx';
import { inboxHealthQuery } from '../queries.ts';
import { useCan } from '../session.tsx';
import { cx } from '../ui/cx.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { destinationsOf } from './destinations.ts';
import { Mark } from './mark.tsx';
import { MeMenu } from './me-menu.tsx';
import { MorePlaces } from './more-places.tsx';

/** The places that say what asks for the agent. */
const inboxPlace = '/inbox';
const customersPlace = '/customers';
const channelsPlace = '/channels';
/** Places that stand in a phone's bar beside the way to the others. */
const onPhone = 3;

/** The slim rail at the start of the window; on a phone, a bar at its lower edge. */
export function Rail({ onPalette, onShortcuts }: { onPalette: () => void; onShortcuts: () => void }) {
  const t = useT();
  const can = useCan();
  const { pathname } = useLocation();
  const attention = useAttention();
  const places = destinationsOf(can);
  const beyond = places.length > onPhone + 1 ? places.slice(onPhone) : [];
  const { data: freezes = 0 } = useQuery({ ...waitingFreezesQuery, enabled: can('exchange.approve_freeze') });
  const { data: health = [] } = useQuery({ ...inboxHealthQuery, enabled: can('channels.manage') });
  const failing = health.filter(({ state }) => state === 'trouble' || state === 'ending').length;
  return (
    <nav
      aria-label={t('shell.nav')}
      className="flex shrink-0 items-center gap-1 border-line bg-surface max-sm:justify-around max-sm:gap-0 max-sm:border-t max-sm:px-1 max-sm:pb-[env(safe-area-inset-bottom)] sm:w-14 sm:flex-col sm:border-e sm:py-2.5"
    >
      <Mark className="mb-2 size-8 max-sm:hidden" />
      {places.map((place) => {
        const { link, under, labelKey, icon: Icon, keys } = place;
        const here = pathname.startsWith(under);
        const label =
          under === inboxPlace
            ? inboxLabel(t, attention)
            : under === customersPlace && freezes > 0
              ? `${t(labelKey)}: ${t('exchange.freezes.waiting', { count: freezes })}`
              : under === channelsPlace && failing > 0
                ? `${t(labelKey)}: ${t('channels.health.failing', { count: failing })}`
                : t(labelKey);
        return (
          <Tooltip
            key={under}
            side="inline-end"
            content={
              <span className="flex items-center gap-2">
                {label}
                <Kbd keys={keys} />
              </span>
            }
          >
            <Link
              {...link}
              aria-label={label}
              aria-current={here ? 'page' : undefined}
              className={cx(
                'relative grid size-10 place-items-center rounded-md transition-colors max-sm:h-12 max-sm:w-auto max-sm:flex-1',
                beyond.includes(place) && 'max-sm:hidden',
                here
                  ? 'bg-selected text-accent-text'
                  : 'text-ink-2 hover:bg-hover hover:text-ink active:bg-pressed',
              )}
            >
              <Icon className="size-5" strokeWidth={here ? 2.1 : 1.8} />
              {under === inboxPlace && <InboxMark attention={attention} />}
              {under === customersPlace && freezes > 0 && <CountMark count={freezes} />}
              {under === channelsPlace && failing > 0 && <CountMark count={failing} />}
            </Link>
          </Tooltip>
        );
      })}
      {beyond.length > 0 && (
        <MorePlaces places={beyond} here={beyond.some(({ under }) => pathname.startsWith(under))} />
      )}
      <span className="flex-1 max-sm:hidden" />
      {can('tickets.read') && <AlertsBell />}
      <IconButton
        label={t('shell.palette.open')}
        shortcut="mod+k"
        side="inline-end"
        icon={<Search />}
        onClick={onPalette}
        className="size-10 max-sm:h-12 max-sm:w-auto max-sm:flex-1 [&_svg]:size-5"
      />
      <MeMenu onShortcuts={onShortcuts} />
    </nav>
  );
}

/** What is not sent goes before what is not read: it waits for nobody else. */
function inboxLabel(t: Translate, { needing, stuck }: Attention): string {
  const place = t('shell.nav.inbox');
  if (stuck.size > 0) return t('shell.nav.inbox.stuck', { place, count: stuck.size });
  return needing > 0 ? t('shell.nav.inbox.needing', { place, count: needing }) : place;
}

/** A mark at the corner of an icon. */
const mark =
  'absolute end-0.5 top-0.5 grid h-4 min-w-4 place-items-center rounded-full px-1 text-2xs leading-none font-semibold ring-2 ring-surface';

/** What waits for a person, such as accounts whose freezing a second one has to agree to. */
function CountMark({ count }: { count: number }) {
  const format = useFormat();
  return (
    <span aria-hidden className={cx(mark, 'bg-danger text-danger-ink')}>
      {format.number(count)}
    </span>
  );
}

/** The same at the corner of the icon. */
function InboxMark({ attention: { needing, stuck } }: { attention: Attention }) {
  const format = useFormat();
  if (stuck.size > 0) {
    return (
      <span aria-hidden className={cx(mark, 'bg-danger px-0! text-danger-ink')}>
        <CircleAlert className="size-3" />
      </span>
    );
  }
  if (needing === 0) return null;
  return (
    <span aria-hidden className={cx(mark, 'bg-accent text-accent-ink')}>
      {format.number(needing)}
    </span>
  );
}

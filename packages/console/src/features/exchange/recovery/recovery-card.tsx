import type { Recovery } from '@fairlead/contract';
import { Link } from '@tanstack/react-router';
import { Circle, CircleCheck, CircleSlash } from 'lucide-react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { RecoveryActions } from './recovery-actions.tsx';
import { RecoveryBadge, TierBadge } from './recovery-badge.tsx';

/** One recovery: who claims which account, why it is as risky as it is, what is proven, what was written, and what may be done. */
export function RecoveryCard({ recovery }: { recovery: Recovery }) {
  const t = useT();
  const format = useFormat();
  const {
    ticket,
    uid,
    holder,
    claimant,
    lost,
    tier,
    reasons,
    contested,
    needsTwo,
    earlier,
    proofs,
    triesLeft,
    state,
    notes,
    until,
  } = recovery;
  return (
    <li className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4">
      <div className="flex flex-wrap items-center gap-2">
        <RecoveryBadge state={state} />
        <TierBadge tier={tier} />
        <span className="font-medium">UID {uid}</span>
        <Link
          to="/tickets/$ticketId"
          params={{ ticketId: ticket.id }}
          className="text-sm underline underline-offset-2"
        >
          {t('exchange.recovery.ticket', { number: `${ticket.number}` })}
        </Link>
        <time dateTime={recovery.requestedAt} className="ms-auto text-sm text-ink-3">
          {format.dateTime(recovery.requestedAt)}
        </time>
      </div>
      <p className="text-sm text-ink-2">
        {t('exchange.recovery.claimant', { name: claimant.name ?? claimant.id.slice(-6) })}
        {' · '}
        {holder
          ? t('exchange.recovery.holder', { name: holder.name ?? holder.id.slice(-6) })
          : t('exchange.recovery.no_holder')}
        {' · '}
        {t('exchange.recovery.lost', {
          what: format.list(lost.map((it) => t(`exchange.recovery.lost.${it}`))),
        })}
      </p>
      {contested && <p className="text-sm text-danger-text">{t('exchange.recovery.contested')}</p>}
      {earlier && (
        <p className="text-sm text-warning-text">
          {t('exchange.recovery.earlier', {
            name: earlier.claimant.name ?? earlier.claimant.id.slice(-6),
            time: format.dateTime(earlier.grantedAt ?? earlier.requestedAt),
          })}{' '}
          <Link
            to="/tickets/$ticketId"
            params={{ ticketId: earlier.ticket.id }}
            className="underline underline-offset-2"
          >
            {t('exchange.recovery.ticket', { number: `${earlier.ticket.number}` })}
          </Link>
        </p>
      )}
      <div className="grid gap-3 sm:grid-cols-2">
        <section>
          <h3 className="text-sm font-medium">{t('exchange.recovery.reasons')}</h3>
          <ul className="list-disc ps-5 text-sm text-ink-2">
            {reasons.map((it) => (
              <li key={it}>{t(`exchange.recovery.reason.${it}`)}</li>
            ))}
          </ul>
        </section>
        <section>
          <h3 className="text-sm font-medium">{t('exchange.recovery.proofs')}</h3>
          <ul className="flex flex-col gap-1 text-sm text-ink-2">
            {proofs.map(({ proof, asked, at }) => (
              <li key={proof} className="flex items-center gap-2 [&_svg]:size-4 [&_svg]:shrink-0">
                {at ? (
                  <CircleCheck aria-hidden />
                ) : asked === 'impossible' ? (
                  <CircleSlash aria-hidden />
                ) : (
                  <Circle aria-hidden />
                )}
                {t(`exchange.recovery.proof.${proof}`)}
                {' · '}
                {at ? format.dateTime(at) : t(`exchange.recovery.asked.${asked}`)}
                {proof === 'own_activity' && !at && asked === 'needed' && (
                  <>
                    {' · '}
                    {t('exchange.recovery.tries', { count: triesLeft })}
                  </>
                )}
              </li>
            ))}
            <li>{t(needsTwo ? 'exchange.recovery.two' : 'exchange.recovery.one')}</li>
          </ul>
        </section>
      </div>
      {notes.length > 0 && (
        <ol className="flex flex-col gap-1 border-s-2 border-line ps-3 text-sm">
          {notes.map((it) => (
            <li key={it.at}>
              <span className="text-ink-3">
                {it.by.name} · {format.dateTime(it.at)}
              </span>
              <br />
              {it.text}
            </li>
          ))}
        </ol>
      )}
      {until && (state === 'cooling' || state === 'proving') && (
        <p className="text-sm text-ink-2">
          {t(state === 'cooling' ? 'exchange.recovery.cools_until' : 'exchange.recovery.proves_until', {
            time: format.dateTime(until),
          })}
        </p>
      )}
      {state === 'granted' && <p className="text-sm">{t('exchange.recovery.granted.text')}</p>}
      <RecoveryActions recovery={recovery} />
    </li>
  );
}

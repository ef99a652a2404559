import type { Category, FlowSlots } from '@fairlead/contract';
import type { SecurityChange, Standing } from '../connector/standing.ts';
import type { Answer, Flow, Line, Next, TicketPrefill } from './flow.ts';
import { answer, line, moment, silence, valueOf, words } from './line.ts';
import { prefillTicket } from './prefill-ticket.ts';

/** Of changes that are older the customer has heard long ago. */
const lately = 7 * 86_400_000;
const toldChanges = 3;
/** A working day, and the day after it: longer than a reset's review takes. */
const resetTooLong = 48 * 3_600_000;
/** What ends by itself, or by what the customer does. */
const endsByItself: ReadonlySet<string> = new Set(['wrong_passwords', 'security_change']);

/**
 * What keeps a customer from their account, until when, and what to do. Somebody who cannot sign in is no verified customer here: they hear what
 * to do, and nothing of an account.
 */
export const accountFlow: Flow = {
  id: 'account',
  personal: false,
  decide({ slots, facts, now }) {
    if (!facts.standing)
      return {
        kind: 'look_up',
        questions: [
          { about: 'standing', of: null },
          { about: 'securityChanges', of: null },
        ],
      };
    const standing = valueOf(facts.standing);
    const changes = changesOf(valueOf(facts.securityChanges) ?? [], now);
    // A stolen account cannot wait for an exchange that is silent.
    if (slots.trouble === 'stolen') return stolen(changes);
    const silent = silence(facts, ['standing']);
    if (silent) return slots.trouble === undefined ? silent : adviceFor(slots.trouble, []);
    const kept = standing && keptFrom(standing, changes, now);
    if (kept) return kept;
    if (slots.trouble === undefined) return askTrouble(standing !== null);
    return adviceFor(slots.trouble, standing ? [line('account.free'), ...changes] : []);
  },
};

const changesOf = (changes: readonly SecurityChange[], now: Date): Line[] =>
  changes
    .filter(({ kind, at }) => kind !== 'other' && now.getTime() - at.getTime() < lately)
    .slice(0, toldChanges)
    .map(({ kind, at }) => line('account.change', { what: words(`cause.${kind}`), at: moment(at) }));

function askTrouble(known: boolean): Next {
  const troubles = ['sign_in', 'second_factor', 'code', 'stolen'] as const;
  return {
    kind: 'ask',
    slot: 'trouble',
    ask: line(known ? 'account.ask.trouble_free' : 'account.ask.trouble'),
    choices: troubles.map((trouble) => ({ line: line(`choice.trouble.${trouble}`), slots: { trouble } })),
  };
}

/** What the exchange keeps the customer from; null where nothing. */
function keptFrom(
  { frozenAt, restrictions, secondFactor }: Standing,
  changes: Line[],
  now: Date,
): Answer | null {
  const active = restrictions.filter(({ until }) => until === null || until > now);
  const lines = active.map(({ kind, reason, since, until }) => {
    const said = { what: words(`restriction.${kind}`), cause: words(`cause.${reason}`) };
    return until === null
      ? line('account.restricted', { ...said, since: moment(since) })
      : line('account.restricted_until', { ...said, until: moment(until) });
  });
  if (frozenAt)
    return answer(
      'frozen',
      [line('account.frozen', { at: moment(frozenAt) }), ...lines, ...changes],
      line('account.frozen.next'),
      ticketOf('account_security.locked'),
    );
  const lost = active.find(({ reason }) => reason === 'second_factor_lost');
  if (secondFactor === 'reset_requested' || lost) {
    const all = [line('account.reset_running'), ...lines, ...changes];
    return lost && now.getTime() - lost.since.getTime() > resetTooLong
      ? answer('reset_long', all, line('next.person'), ticketOf('account_security.lost_2fa'))
      : answer('reset_running', all, line('account.reset_running.next'));
  }
  if (active.length === 0) return null;
  return active.every(({ reason, until }) => until !== null && endsByItself.has(reason))
    ? answer('restricted', [...lines, ...changes], line('account.restricted.next'))
    : answer(
        'restricted_person',
        [...lines, ...changes],
        line('next.person'),
        ticketOf('account_security.locked'),
      );
}

function stolen(changes: Line[]): Answer {
  return answer(
    'stolen',
    [line('account.stolen'), ...changes],
    line('account.stolen.next'),
    ticketOf('account_security.hacked'),
  );
}

function adviceFor(trouble: NonNullable<FlowSlots['trouble']>, before: readonly Line[]): Answer {
  switch (trouble) {
    case 'sign_in':
      return answer('cannot_sign_in', [...before, line('account.sign_in')], line('account.sign_in.next'));
    case 'second_factor':
      return answer(
        'lost_second_factor',
        [...before, line('account.second_factor')],
        line('account.second_factor.next'),
      );
    case 'code':
      return answer('code_missing', [...before, line('account.code')], line('account.code.next'));
    case 'stolen':
      return stolen([]);
  }
}

const ticketOf = (category: Category): TicketPrefill => prefillTicket(category, line('account.subject'), {});

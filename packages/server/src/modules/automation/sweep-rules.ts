import type { Platform } from '../../platform/platform.ts';
import { listOfStatuses, type TicketRecord } from '../tickets/index.ts';
import { fits, hoursAsked, statusesOf } from './condition-rules.ts';
import { readFacts } from './read-facts.ts';
import type { RuleRecord } from './rule.ts';
import { listRules, markSwept } from './rule-store.ts';
import { runRule } from './run-rule.ts';
import { listDone } from './run-store.ts';
import { stateKey } from './ticket-story.ts';

const batch = 200;
/** Runs of one rule in one sweep; the others wait for the next. */
const mostRuns = 200;

/** Runs rules by time that are due, each on the tickets that fit and on which it was not run in the state that they are in. */
export async function sweepRules(platform: Platform): Promise<void> {
  const reader = platform.database.reader();
  for (const rule of await listRules(reader)) {
    if (rule.enabled && isDue(rule, reader.now)) await sweep(platform, rule);
  }
}

/** Whether a rule goes by time and has not looked for as long as it says. */
function isDue({ trigger, sweptAt }: RuleRecord, now: Date): boolean {
  if (trigger.on !== 'time') return false;
  return sweptAt === null || now.getTime() - sweptAt.getTime() >= trigger.everyMinutes * 60_000;
}

async function sweep(platform: Platform, rule: RuleRecord): Promise<void> {
  const { database, log } = platform;
  const statuses = statusesOf(rule.conditions).filter((status) => status !== 'closed');
  let after: string | null = null;
  let runs = 0;
  for (;;) {
    const tickets: TicketRecord[] = await listOfStatuses(database.reader(), statuses, {
      after,
      limit: batch,
    });
    for (const { ticket, once } of await waiting(platform, rule, tickets)) {
      if (runs >= mostRuns) return;
      const order = { once, kind: 'time', heard: null, before: null, score: null, seq: null } as const;
      try {
        const ran = await database.write((tx) =>
          runRule(tx, platform, rule, { ...order, ticketId: ticket.id }),
        );
        if (ran) runs += 1;
      } catch (error) {
        // A ticket at which it fails holds up no other; it is met again by the next sweep.
        log.error({ ruleId: rule.id, ticketId: ticket.id, err: error }, 'a rule could not be run');
      }
    }
    after = tickets.at(-1)?.id ?? null;
    if (tickets.length < batch) break;
  }
  await database.write((tx) => markSwept(tx, rule.id));
}

/** Those of these tickets that fit, and on which the rule was not run in the state that they are in. */
async function waiting(
  { database }: Platform,
  rule: RuleRecord,
  tickets: readonly TicketRecord[],
): Promise<Array<{ ticket: TicketRecord; once: string }>> {
  const reader = database.reader();
  const looks = tickets.map((ticket) => ({ ticket, at: reader.now, before: null, score: null, seq: null }));
  const facts = await readFacts(reader, rule.conditions, looks);
  const asked = hoursAsked(rule.conditions);
  const fitting = facts.flatMap((it) =>
    fits(rule.conditions, it) ? [{ ticket: it.ticket, once: stateKey(it, asked) }] : [],
  );
  const done = await listDone(
    reader,
    rule.id,
    fitting.map(({ ticket, once }) => ({ ticketId: ticket.id, occasion: once })),
  );
  const keys = new Set(done.map((it) => `${it.ticketId} ${it.occasion}`));
  return fitting.filter(({ ticket, once }) => !keys.has(`${ticket.id} ${once}`));
}

import { type ConversationRecord, importThread } from '../modules/conversations/index.ts';
import { type CustomerActor, system } from '../platform/actor.ts';
import type { Tx } from '../platform/database/database.ts';
import type { Platform } from '../platform/platform.ts';
import { type DemoCustomerKey, type DemoTeam, demoCustomers } from './demo-people.ts';
import type { DemoThread } from './demo-threads.ts';

interface World {
  inboxes: Record<'chat' | 'portal', string>;
  teams: Record<DemoTeam, string>;
  agents: ReadonlyMap<string, { id: string; name: string }>;
  customers: Record<DemoCustomerKey, { id: string; name: string | null; verified: boolean }>;
}

/** Seconds between the lines of a demo conversation: a person reads, looks things up, types. */
export const pause = 95;
const kinds = { '>': 'customer', '<': 'agent', '#': 'note' } as const;

/** Writes one past conversation of the demo, with its times, as if it had been held then. */
export async function writeDemoThread(
  tx: Tx,
  platform: Platform,
  thread: DemoThread,
  world: World,
): Promise<ConversationRecord> {
  const { channel = 'chat' } = thread;
  const inboxId = world.inboxes[channel];
  const customer = world.customers[thread.customer];
  const agent = thread.agent ? world.agents.get(thread.agent) : undefined;
  const actor: CustomerActor = {
    type: 'customer',
    id: customer.id,
    verified: customer.verified,
    inboxId,
  };
  const begun = tx.now.getTime() - thread.hoursAgo * 3_600_000;
  return importThread(tx, platform, {
    actor,
    cause: system('demo'),
    channel,
    inboxId,
    teamId: world.teams[thread.team],
    topic: thread.topic,
    locale: demoCustomers[thread.customer].locale,
    customerName: customer.name,
    agent: agent ?? null,
    end: thread.end,
    lines: thread.lines.flatMap((line, index) => {
      if (line[0] === '?') return [];
      const next = thread.lines[index + 1];
      return {
        by: kinds[line[0] as keyof typeof kinds],
        text: line.slice(2),
        quickReplies: next?.[0] === '?' ? next.slice(2).split(' | ') : [],
        at: new Date(begun + index * pause * 1000),
      };
    }),
  });
}

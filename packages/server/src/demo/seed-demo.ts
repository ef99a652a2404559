import { addIdentityKey, createAccount, hasAccounts, hashPassword } from '../modules/access/index.ts';
import { importKnown, starterExamples } from '../modules/assistant/index.ts';
import { createRule } from '../modules/automation/index.ts';
import { createInbox, savePrivateLink } from '../modules/channels/index.ts';
import { type ConversationRecord, countLoads } from '../modules/conversations/index.ts';
import { addEntry } from '../modules/official/index.ts';
import {
  agentProfiles,
  beginVisitor,
  createTeam,
  matchVerified,
  touchCustomer,
  updateProfile,
} from '../modules/people/index.ts';
import { keepMacro } from '../modules/tickets/index.ts';
import { system } from '../platform/actor.ts';
import type { Database, Tx } from '../platform/database/database.ts';
import type { Platform } from '../platform/platform.ts';
import { readSetting, writeSetting } from '../platform/setting-store.ts';
import { writeDemoArticles } from './demo-articles.ts';
import { demoCases } from './demo-cases.ts';
import { demoMacros } from './demo-macros.ts';
import { demoOfficial } from './demo-official.ts';
import { type DemoCustomerKey, type DemoTeam, demoAgents, demoCustomers, demoTeams } from './demo-people.ts';
import { demoRules } from './demo-rules.ts';
import { demoThreads } from './demo-threads.ts';
import { demoTickets } from './demo-tickets.ts';
import { writeDemoAnnouncements } from './write-demo-announcements.ts';
import { writeDemoReaders } from './write-demo-readers.ts';
import { pause, writeDemoThread } from './write-demo-thread.ts';
import { threadKey, writeDemoTicket } from './write-demo-ticket.ts';

/** What the start prints and the playground needs. */
export interface Demo {
  readonly email: string;
  readonly password: string;
  readonly others: readonly string[];
  readonly inboxKey: string;
  /** With it the playground's exchange signs who its customers are. */
  readonly identitySecret: string;
  /** The same for those whom it sends to the portal; null in a demo of an earlier release, which has no portal. */
  readonly portalSecret: string | null;
  /** The inbox of the bot that the playground simulates; absent in a demo of an earlier release. */
  readonly telegramInboxId?: string;
  /** The same of the page at Facebook. */
  readonly facebookInboxId?: string;
  readonly wechatInboxId?: string;
  /** The same of the account at X. */
  readonly xInboxId?: string;
}

/** Everyone in the demo signs in with it. It is printed at every start, and the demo only runs on this machine unless asked otherwise. */
const password = 'lines-and-harbours';
const [first, ...rest] = demoAgents;

/** Fills an empty installation with the demo exchange, once. Null when the installation is somebody's own. */
export async function seedDemo(platform: Platform): Promise<Demo | null> {
  const { database } = platform;
  const kept = await readDemo(database);
  if (kept) return kept;
  if (await hasAccounts(database.reader())) return null;
  const passwordHash = await hashPassword(password);
  return database.write(async (tx) => {
    const teams = await makeTeams(tx);
    const agents = await makeAgents(tx, teams, passwordHash);
    const [lead] = agents.values();
    if (!lead) throw new Error('the demo has no agents');
    const routing = {
      defaultTeamId: teams.general,
      topicTeams: {
        deposit_withdrawal: teams.funds,
        account_security: teams.security,
        verification: teams.verification,
      },
    };
    const inbox = await createInbox(tx, { name: 'Trading page', assistant: true, ...routing });
    const portal = await createInbox(tx, { name: 'Customers’ portal', channel: 'portal', ...routing });
    const telegram = await createInbox(tx, { name: 'Telegram', channel: 'telegram', ...routing });
    const facebook = await createInbox(tx, { name: 'HTX on Facebook', channel: 'facebook', ...routing });
    const wechat = await createInbox(tx, { name: 'HTX 公众号', channel: 'wechat', ...routing });
    const x = await createInbox(tx, { name: 'HTX on X', channel: 'x', ...routing });
    // What is asked in public and is nobody else's business goes on in the chat of the trading page.
    for (const { id } of [facebook, x])
      await savePrivateLink(tx, system('demo'), id, { chatInboxId: inbox.id, use: 'always' });
    const [{ secret }, { secret: portalSecret }] = [
      await addIdentityKey(tx, platform.keys, inbox.id, { algorithm: 'HS256' }),
      await addIdentityKey(tx, platform.keys, portal.id, { algorithm: 'HS256' }),
    ];
    const customers = await makeCustomers(tx, inbox.id);
    const threads = new Map<string, ConversationRecord>();
    for (const thread of demoThreads) {
      const place = { inboxes: { chat: inbox.id, portal: portal.id }, teams, agents, customers };
      threads.set(
        threadKey(thread.customer, thread.hoursAgo),
        await writeDemoThread(tx, platform, thread, place),
      );
    }
    const inOrder = [...demoTickets, ...demoCases].sort((a, b) => b.hoursAgo - a.hoursAgo);
    for (const ticket of inOrder) {
      await writeDemoTicket(tx, platform, ticket, { teams, agents, customers, threads });
    }
    for (const rule of demoRules(teams)) await createRule(tx, rule);
    await writeDemoArticles(tx);
    await writeDemoReaders(tx);
    await writeDemoAnnouncements(tx, platform, agents, {
      telegram: telegram.id,
      facebook: facebook.id,
    });
    await importKnown(tx, null, starterExamples());
    for (const entry of demoOfficial) await addEntry(tx, system('demo'), entry);
    for (const macro of demoMacros(teams)) await keepMacro(tx, lead.id, macro);
    const demo: Demo = {
      email: first?.email ?? '',
      password,
      others: rest.map((agent) => agent.email),
      inboxKey: inbox.key,
      identitySecret: secret ?? '',
      portalSecret,
      telegramInboxId: telegram.id,
      facebookInboxId: facebook.id,
      wechatInboxId: wechat.id,
      xInboxId: x.id,
    };
    await writeSetting(tx, 'organisation', 'HTX');
    await writeSetting(tx, 'demo', true);
    await writeSetting(tx, 'demo_facts', {
      ...demo,
      identitySecret: platform.keys.seal(demo.identitySecret),
      portalSecret: platform.keys.seal(portalSecret ?? ''),
    });
    return demo;
  });

  async function readDemo(from: Database): Promise<Demo | null> {
    const facts = await readSetting<Demo>(from.reader(), 'demo_facts');
    if (!facts) return null;
    const open = (sealed: string) => platform.keys.open(sealed);
    return {
      ...facts,
      identitySecret: open(facts.identitySecret),
      portalSecret: facts.portalSecret ? open(facts.portalSecret) : null,
    };
  }
}

async function makeTeams(tx: Tx): Promise<Record<DemoTeam, string>> {
  const made: Array<[string, string]> = [];
  for (const [key, team] of Object.entries(demoTeams)) {
    made.push([key, (await createTeam(tx, { ...team, memberIds: [] })).id]);
  }
  return Object.fromEntries(made) as Record<DemoTeam, string>;
}

/** Their ids by the part of the e-mail address before the at sign. */
async function makeAgents(
  tx: Tx,
  teams: Record<DemoTeam, string>,
  passwordHash: string,
): Promise<Map<string, { id: string; name: string }>> {
  const profiles = agentProfiles(countLoads);
  const made = new Map<string, { id: string; name: string }>();
  for (const agent of demoAgents) {
    const { email, roles, name, locale, languages, skills } = agent;
    const id = await createAccount(tx, { email, roles, status: 'active', passwordHash });
    await profiles.create(tx, {
      id,
      name,
      locale,
      languages,
      teamIds: agent.teams.map((team) => teams[team]),
    });
    await updateProfile(tx, id, { skills });
    made.set(email.split('@')[0] ?? '', { id, name });
  }
  return made;
}

async function makeCustomers(
  tx: Tx,
  inboxId: string,
): Promise<Record<DemoCustomerKey, { id: string; name: string | null; verified: boolean }>> {
  const made: Array<[string, { id: string; name: string | null; verified: boolean }]> = [];
  for (const [key, { uid, ...customer }] of Object.entries(demoCustomers)) {
    const where = { inboxId, channel: 'chat' as const };
    const [first, last] = seen(key as DemoCustomerKey, tx.now);
    const before = { ...tx, now: first };
    const id = uid
      ? (await matchVerified(before, { ...where, ...customer, externalId: uid })).id
      : await beginVisitor(before, { ...where, locale: customer.locale, timeZone: customer.timeZone });
    await touchCustomer({ ...tx, now: last }, id, customer);
    made.push([key, { id, name: customer.name, verified: uid !== null }]);
  }
  return Object.fromEntries(made) as Record<
    DemoCustomerKey,
    { id: string; name: string | null; verified: boolean }
  >;
}

/** When a demo customer came first and was here last, by their threads; now if they have none. */
function seen(key: DemoCustomerKey, now: Date): [Date, Date] {
  const theirs = demoThreads.filter(({ customer }) => customer === key);
  const begun = theirs.map(({ hoursAgo }) => now.getTime() - hoursAgo * 3_600_000);
  const ended = theirs.map(({ lines }, index) => (begun[index] ?? 0) + (lines.length - 1) * pause * 1000);
  if (theirs.length === 0) return [now, now];
  return [new Date(Math.min(...begun)), new Date(Math.max(...ended))];
}

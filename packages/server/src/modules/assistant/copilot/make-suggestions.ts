import {
  type Category,
  type CopilotStep,
  type CopilotSuggestions,
  categoryOfIntent,
  type FieldKey,
  fieldKeys,
  type Locale,
  type TicketFields,
  topicOfCategory,
} from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import type { Platform } from '../../../platform/platform.ts';
import { teamForTopic } from '../../channels/index.ts';
import { flowIsPersonal } from '../../exchange/index.ts';
import { findSimilar } from '../../tickets/index.ts';
import { flowOfIntent, slotsOfIntent } from '../decide/flow-of-intent.ts';
import { nearTickets } from '../learning/meaning/near-tickets.ts';
import type { SettingsSource } from '../settings/settings-source.ts';
import type { Knowledge } from '../think.ts';
import { askFor, missingFields } from './ask-for-fields.ts';
import { decideSteps } from './decide-steps.ts';
import type { Draft, DraftSource } from './draft.ts';
import { type FieldsToFill, fieldsToFill } from './fields-to-fill.ts';
import { intentOf } from './matter.ts';
import { preparedFirst } from './prepared-first.ts';
import type { MacroRanker, RankedMacro } from './rank-macros.ts';
import type { CopilotCase } from './read-case.ts';

/** What suggestions are made with. */
export interface Copilot {
  readonly platform: Platform;
  readonly knowledge: Knowledge;
  readonly settings: SettingsSource;
  readonly macros: MacroRanker;
  /** Where drafts come from: the first source's go first. */
  readonly drafts: readonly DraftSource[];
}

/** What may help with a case, before it is offered. */
export interface Suggestions {
  readonly drafts: readonly Draft[];
  readonly lookUp: CopilotSuggestions['lookUp'];
  /** The most urgent first. */
  readonly steps: readonly CopilotStep[];
  readonly macros: readonly RankedMacro[];
  readonly similar: Awaited<ReturnType<typeof findSimilar>>;
  readonly fields: FieldsToFill | null;
}

/** Makes suggestions of what was read of a case: asks neither the exchange nor anybody else. */
export async function makeSuggestions(
  copilot: Copilot,
  actor: AgentActor,
  found: CopilotCase,
  reader: Locale,
): Promise<Suggestions> {
  const { conversation, matter, verified, given, ticket, turns, looks } = found;
  const { heard, open, seq } = matter;
  const closed = conversation.state === 'closed';
  const asked = open.length > 0 && !closed;
  const fields = ticket && ticket.status !== 'closed' ? fieldsToFill(found.entities, ticket.fields) : null;
  const held: TicketFields = { ...fields?.all, ...ticket?.fields };
  const [drafts, similar] = await Promise.all([
    asked
      ? draftsOf(copilot, { heard, given, verified, reader, words: found.moment.words }).then((drafts) =>
          preparedFirst(found.prepared, drafts),
        )
      : [],
    similarTo(copilot, actor, found, held),
  ]);
  const macros = asked ? copilot.macros.rank(found.macros, heard) : [];
  const lookUp = asked ? flowIn(copilot.knowledge, actor, found) : null;
  const steps = decideSteps({
    closed,
    open: open.length > 0,
    intent: intentIn(found),
    signals: heard.signals,
    answered: found.answered,
    teamId: conversation.teamId,
    teams: teamsIn(found),
    flow: lookUp && {
      ...lookUp,
      ran: [...turnsOnFlows(turns), ...looks.filter((it) => it.seq === seq)].some(
        (it) => it.flow === lookUp.flow && it.outcome !== 'silent',
      ),
    },
    missing: missingIn(found, held),
    macro: bestOf(macros),
    draft: drafts[0] ?? null,
  });
  return { drafts, lookUp, steps, macros, similar, fields };
}

/** Solved tickets like the case, for who may see tickets. */
async function similarTo(
  { platform }: Copilot,
  actor: AgentActor,
  found: CopilotCase,
  fields: TicketFields,
): Promise<Suggestions['similar']> {
  if (!actor.permissions.has('tickets.read')) return [];
  const { matter, ticket, moment } = found;
  const text = matter.said.map((it) => it.text).join('\n');
  const mine = { category: categoryIn(found), fields, text, ticketId: ticket?.id ?? null };
  return findSimilar(platform.database.reader(), actor, mine, {
    now: moment.now,
    nearness: nearTickets,
  });
}

/** Every source's drafts; one that fails leaves the others. */
async function draftsOf(
  { drafts, platform }: Copilot,
  request: Parameters<DraftSource>[0],
): Promise<Draft[]> {
  const all = await Promise.all(
    drafts.map(async (source) => {
      try {
        return await source(request);
      } catch (error) {
        platform.log.warn({ err: error }, 'a source of drafts failed');
        return [];
      }
    }),
  );
  return all.flat();
}

const turnsOnFlows = (turns: CopilotCase['turns']) => turns.flatMap(({ trace: { flow } }) => flow ?? []);

/** What is asked, with how likely that is. */
function intentIn({ matter: { heard } }: CopilotCase) {
  const name = intentOf(heard);
  return name ? { name, probability: heard.guesses[0]?.probability ?? 0 } : null;
}

/** What the case is about: as its ticket is sorted, else what is asked. */
function categoryIn({ ticket, matter: { heard } }: CopilotCase): Category | null {
  const intent = intentOf(heard);
  return ticket?.category ?? (intent ? categoryOfIntent(intent) : null);
}

/** Where a matter belongs; null where it is sorted so already: whoever moved it then had a reason. */
function teamsIn({ inbox, conversation, matter: { heard } }: CopilotCase) {
  const intent = intentOf(heard);
  if (!inbox) return { asked: null, security: null };
  const topic = intent ? topicOfCategory(categoryOfIntent(intent)) : null;
  return {
    asked: topic && topic !== conversation.topic ? teamForTopic(inbox, topic) : null,
    security: teamForTopic(inbox, 'account_security'),
  };
}

/** The flow about what is asked, where the agent may have it run for this customer. */
function flowIn(
  { exchange }: Knowledge,
  actor: AgentActor,
  { matter: { heard }, verified }: CopilotCase,
): CopilotSuggestions['lookUp'] {
  const intent = intentOf(heard);
  const flow = intent ? flowOfIntent[intent] : undefined;
  if (!intent || !flow || !actor.permissions.has('exchange.read')) return null;
  const { connected } = exchange.connector;
  const may = flowIsPersonal(flow) ? verified && connected.customers : connected.market;
  return may ? { flow, slots: { ...slotsOfIntent[intent], ...heard.slots } } : null;
}

function missingIn(found: CopilotCase, held: TicketFields) {
  const { heard } = found.matter;
  const category = categoryIn(found) ?? 'other';
  const { orderId, at, ...slots } = heard.slots;
  const named = { ...slots, order_id: orderId, date: at } as Partial<Record<string, string>>;
  const told = new Set<FieldKey>(fieldKeys.filter((key) => named[key] !== undefined));
  const fields = missingFields(found.book, category, held, told);
  return {
    category,
    fields,
    text: fields.length > 0 ? askFor(fields, heard.locale, found.moment.words, found.book) : '',
  };
}

function bestOf([best]: readonly RankedMacro[]) {
  return best ? { id: best.macro.id, name: best.macro.name, score: best.score, intent: best.intent } : null;
}

import {
  type Category,
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
import type { Knowledge } from '../think.ts';
import { askFor, missingFields } from './ask-for-fields.ts';
import { decideSteps, stepKey } from './decide-steps.ts';
import type { Draft, DraftSource } from './draft.ts';
import { fieldsToFill } from './fields-to-fill.ts';
import { intentOf } from './matter.ts';
import type { NewOffer, OfferRecord } from './offer.ts';
import { keepOffers } from './offer-store.ts';
import type { MacroRanker, RankedMacro } from './rank-macros.ts';
import { type CopilotCase, readCase } from './read-case.ts';
import { summariseThread } from './summarise-thread.ts';

/** What suggestions are made with. */
export interface Copilot {
  readonly platform: Platform;
  readonly knowledge: Knowledge;
  readonly macros: MacroRanker;
  /** Where drafts come from: the first source's go first. */
  readonly drafts: readonly DraftSource[];
}

/** Characters of a reply that was given elsewhere. */
const shownReply = 200;

/**
 * What may help an agent with a conversation, and keeps that it was offered. Asks neither the exchange nor anybody else; what was offered
 * for the same message before is offered as it was. Throws `conversation.not_found`.
 */
export async function suggest(
  copilot: Copilot,
  actor: AgentActor,
  id: string,
  reader: Locale,
): Promise<CopilotSuggestions> {
  const { platform, knowledge } = copilot;
  await knowledge.library.ready();
  const found = await readCase(platform, actor, id);
  const { matter, moment, verified, given, ticket, turns, used, looks } = found;
  const { heard, open, seq } = matter;
  const closed = found.conversation.state === 'closed';
  const asked = open.length > 0 && !closed;
  const fields = ticket && ticket.status !== 'closed' ? fieldsToFill(found.entities, ticket.fields) : null;
  const held: TicketFields = { ...fields?.all, ...ticket?.fields };
  const category = categoryIn(found);
  const [drafts, similar] = await Promise.all([
    asked ? draftsOf(copilot, { heard, given, verified, reader }) : [],
    findSimilar(
      platform.database.reader(),
      actor,
      {
        category,
        fields: held,
        text: matter.said.map((it) => it.text).join('\n'),
        ticketId: ticket?.id ?? null,
      },
      moment.now,
    ),
  ]);
  const macros = asked ? copilot.macros.rank(found.macros, heard) : [];
  const lookUp = asked ? flowIn(knowledge, actor, found) : null;
  const steps = decideSteps({
    closed,
    open: open.length > 0,
    intent: intentIn(found),
    signals: heard.signals,
    answered: found.answered,
    teamId: found.conversation.teamId,
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

  const offers: NewOffer[] = [
    ...drafts.map(({ what, locale, text, sources }) => ({
      kind: 'draft' as const,
      what,
      locale,
      said: text,
      sources,
    })),
    ...steps.map((step) => ({
      kind: 'step' as const,
      what: stepKey(step),
      locale: heard.locale,
      said: step.do === 'ask' ? step.text : undefined,
    })),
    ...macros.map(({ macro }) => ({ kind: 'macro' as const, what: macro.id, locale: heard.locale })),
    ...similar.map((it) => ({ kind: 'similar' as const, what: it.ticket.id, locale: heard.locale })),
    ...(fields
      ? [{ kind: 'fields' as const, what: fields.chips.map(keyOfChip).join(' '), locale: heard.locale }]
      : []),
  ];
  const kept = await platform.database.write((tx) =>
    keepOffers(tx, { conversationId: id, agentId: actor.id, seq }, offers),
  );
  const offer = offersIn(kept);

  return {
    seq,
    drafts: drafts.flatMap(({ what, title: _, ...draft }) => offer('draft', what, draft)),
    lookUp,
    summary: summariseThread({
      matter,
      turns,
      looks,
      macros: used,
      moment,
      ticket: ticket && {
        id: ticket.id,
        number: ticket.number,
        status: ticket.status,
        category: ticket.category,
        dueAt: ticket.dueAt?.toISOString() ?? null,
      },
    }),
    // What was turned down or done is not the next step any more.
    step: steps.flatMap((is) => offer('step', stepKey(is), { is })).find((it) => it.fate === null) ?? null,
    macros: macros.flatMap(({ macro, why, intent }) => {
      const { id: macroId, name, folder } = macro;
      return offer('macro', macroId, { macroId, name, folder, why, intent });
    }),
    similar: similar.flatMap(({ ticket: it, because, lastReply }) =>
      offer('similar', it.id, {
        id: it.id,
        number: it.number,
        subject: it.subject,
        category: it.category,
        solvedAt: it.solvedAt?.toISOString() ?? null,
        because: [...because],
        solvedBy: lastReply && begin(lastReply),
      }),
    ),
    fields:
      fields && ticket
        ? (offer('fields', fields.chips.map(keyOfChip).join(' '), {
            ticketId: ticket.id,
            chips: [...fields.chips],
            all: fields.all,
          })[0] ?? null)
        : null,
  };
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
  const fields = missingFields(category, held, told);
  return { category, fields, text: fields.length > 0 ? askFor(fields, heard.locale) : '' };
}

function bestOf([best]: readonly RankedMacro[]) {
  return best ? { id: best.macro.id, name: best.macro.name, score: best.score, intent: best.intent } : null;
}

const keyOfChip = ({ fields }: { fields: TicketFields }): string => Object.keys(fields).join('+');

/** Puts an offer's id and fate to what is offered; nothing where it was not kept. */
function offersIn(kept: readonly OfferRecord[]) {
  const byName = new Map(kept.map((it) => [`${it.kind} ${it.what}`, it]));
  return <T>(kind: NewOffer['kind'], what: string, rest: T) => {
    const found = byName.get(`${kind} ${what}`);
    return found ? [{ offerId: found.id, fate: found.fate, ...rest }] : [];
  };
}

function begin(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return line.length > shownReply ? `${line.slice(0, shownReply - 1).trimEnd()}…` : line;
}

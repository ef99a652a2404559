import type { CopilotSuggestions, Locale, TicketFields } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import { stepKey } from './decide-steps.ts';
import { type Copilot, makeSuggestions, type Suggestions } from './make-suggestions.ts';
import type { NewOffer, OfferRecord } from './offer.ts';
import { keepOffers } from './offer-store.ts';
import { type CopilotCase, readCase } from './read-case.ts';
import { summariseThread } from './summarise-thread.ts';

/** Characters of a reply that was given elsewhere. */
const shownReply = 200;

/**
 * What may help an agent with a conversation, and keeps that it was offered; what was offered for the same message before is offered as it
 * was. Throws `conversation.not_found`.
 */
export async function suggest(
  copilot: Copilot,
  actor: AgentActor,
  id: string,
  reader: Locale,
): Promise<CopilotSuggestions> {
  const { platform, knowledge, settings } = copilot;
  const { library } = knowledge;
  await library.ready();
  const found = await readCase(platform, settings, actor, id);
  const made = await makeSuggestions(copilot, actor, found, reader);
  const place = { conversationId: id, agentId: actor.id, seq: found.matter.seq };
  const offers = offersOf(made, found.matter.heard.locale);
  const kept = await platform.database.write((tx) => keepOffers(tx, place, offers));
  return { ...present(made, found, offersIn(kept)), summary: summaryOf(found) };
}

function offersOf({ drafts, steps, macros, similar, fields }: Suggestions, locale: Locale): NewOffer[] {
  return [
    ...drafts.map((it) => ({
      kind: 'draft' as const,
      what: it.what,
      locale: it.locale,
      said: it.text,
      sources: it.sources,
    })),
    ...steps.map((step) => ({
      kind: 'step' as const,
      what: stepKey(step),
      locale,
      said: step.do === 'ask' ? step.text : undefined,
    })),
    ...macros.map(({ macro }) => ({ kind: 'macro' as const, what: macro.id, locale })),
    ...similar.map(({ ticket }) => ({ kind: 'similar' as const, what: ticket.id, locale })),
    ...(fields ? [{ kind: 'fields' as const, what: keyOfChips(fields.chips), locale }] : []),
  ];
}

function present(
  { drafts, lookUp, steps, macros, similar, fields }: Suggestions,
  { matter, ticket, senderFalse }: CopilotCase,
  offer: ReturnType<typeof offersIn>,
): Omit<CopilotSuggestions, 'summary'> {
  const form =
    fields && ticket
      ? offer('fields', keyOfChips(fields.chips), {
          ticketId: ticket.id,
          chips: [...fields.chips],
          all: fields.all,
        })
      : [];
  return {
    seq: matter.seq,
    drafts: drafts.flatMap(({ of, what, locale, text, reading, sources }) =>
      offer('draft', what, { of, locale, text, reading, sources }),
    ),
    lookUp,
    withheld: senderFalse ? 'sender_false' : null,
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
    fields: form[0] ?? null,
  };
}

function summaryOf({
  matter,
  turns,
  looks,
  used,
  moment,
  ticket,
}: CopilotCase): CopilotSuggestions['summary'] {
  return summariseThread({
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
  });
}

const keyOfChips = (chips: ReadonlyArray<{ fields: TicketFields }>): string =>
  chips.map(({ fields }) => Object.keys(fields).join('+')).join(' ');

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

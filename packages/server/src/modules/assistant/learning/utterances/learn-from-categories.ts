import { asksForIdentity, type Category } from '@fairlead/contract';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { readAttachments, readMessages } from '../../../conversations/index.ts';
import { readTickets, ticketChanged } from '../../../tickets/index.ts';
import { redactSecrets } from '../../model/redact-secrets.ts';
import { hear } from '../../understand/hear.ts';
import { redactQuestion } from '../redact-question.ts';
import { correctionOfCategory } from './correction-of-category.ts';
import { propose } from './propose.ts';
import { changeOpenCorrection, findOfTicket, withdrawUtterance } from './utterance-store.ts';

/** Entries of a thread among which the customer's first message is looked for. */
const beginning = 20;
/** What redaction puts in the place of what opens an account. */
const opensAccount = /\[(?:seed phrase|key|password|code)\]|\[\[removed:/;

/**
 * An agent who gives a ticket another category says what its customer really asked: their first message is proposed as an utterance of that
 * category's likeliest intent, for somebody to review; one proposal a ticket, which follows the category while nobody has decided about it.
 */
export function learnFromCategories(platform: Platform): void {
  platform.relay.on(ticketChanged, 'assistant.learn_from_categories', async (events) => {
    const sorted = new Map(
      events
        .filter(({ payload, actor }) => payload.parts.includes('category') && actor.type === 'agent')
        .map((event) => [event.subjectId, event.actor.id] as const),
    );
    for (const [ticketId, agentId] of sorted)
      await platform.database.write((tx) => followCategory(tx, platform, ticketId, agentId));
  });
}

async function followCategory(
  tx: Tx,
  platform: Pick<Platform, 'keys' | 'clock'>,
  ticketId: string,
  agentId: string | null,
): Promise<void> {
  const [ticket] = await readTickets(tx, [ticketId]);
  if (!ticket?.conversationId) return;
  const { category, conversationId, locale } = ticket;
  const known = await findOfTicket(tx, ticketId);
  if (known && known.state !== 'proposed') return;
  const text = known ? known.text : await firstMessage(tx, platform, { category, conversationId });
  if (text === undefined) return;
  const bare = redactQuestion(text, locale);
  if (bare === '') return;
  const heard = hear(bare, locale, { now: platform.clock.now(), timeZone: 'UTC' });
  const intent = correctionOfCategory(category, heard.guesses);
  if (known && intent) await changeOpenCorrection(tx, known.id, { intent, category, agentId });
  // Sorted back: there is nothing to correct.
  else if (known) await withdrawUtterance(tx, known.id);
  else if (intent)
    await propose(tx, agentId, {
      text: bare,
      locale: heard.locale,
      intent,
      source: 'correction',
      clusterId: null,
      ticketId,
      category,
    });
}

/** What the customer wrote first; undefined where that is sensitive: with such a file, or holding what opens an account. */
async function firstMessage(
  tx: Tx,
  { keys }: Pick<Platform, 'keys'>,
  { conversationId, category }: { conversationId: string; category: Category },
): Promise<string | undefined> {
  const messages = await readMessages(tx, conversationId, { after: 0, limit: beginning }, 'everything');
  const first = messages.find((it) => it.kind === 'text' && it.author.type === 'customer');
  if (!first || opensAccount.test(redactSecrets(first.text))) return undefined;
  if (first.attachmentIds.length === 0) return first.text;
  // Such a ticket's files are only just being marked.
  if (asksForIdentity(category)) return undefined;
  const files = await readAttachments(tx, keys, [...first.attachmentIds]);
  return [...files.values()].some((it) => it.sensitive) ? undefined : first.text;
}

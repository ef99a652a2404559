import { type Endpoint, endpoints } from '@fairlead/contract';
import type { TestServer } from '../testing/test-server.ts';

/**
 * What one customer has: a conversation with a message, a file that is sent, one that is not yet, and one that is on its way; and to
 * whom the conversation could be given.
 */
export interface Objects {
  customerId: string;
  teamId: string;
  agentId: string;
  conversation: string;
  message: string;
  sent: string;
  unsent: string;
  upload: string;
  /** On the conversation. */
  ticket: string;
  alert: string;
}

/** Routes whose path names an object that belongs to somebody: those of customers, of whoever is known, and of conversations. */
export function namesAnObject({ access, path }: Endpoint): boolean {
  // The name of a flow is nobody's, and an inbox is everybody's, as what a public link says is.
  const everybodys = ['/api/account/chats/', '/api/private-links/'].some((it) => path.startsWith(it));
  if (!/\/:(?!flow$)/.test(path) || everybodys) return false;
  if (access === 'customer' || access === 'anyone_known') return true;
  return typeof access === 'object' && /^(conversations|files|exchange)\./.test(access.permission);
}

/** The address of a route with another's objects in it. */
export const addressAt = (endpoint: Endpoint, theirs: Objects): string => {
  const { path } = endpoint;
  const address = path
    .replace(
      /:id/,
      path.includes('/uploads/')
        ? theirs.upload
        : path.includes('/tickets/')
          ? theirs.ticket
          : path.includes('/alerts/')
            ? theirs.alert
            : theirs.conversation,
    )
    .replace(/:(?:fileId|draftId|removalId)/, theirs.sent)
    .replace(/:exposure/, 'wallet')
    .replace(/:messageId/, theirs.message)
    .replace(/:kind/, 'text')
    .replace(/:flow/, 'price')
    .replace(/:(?:offset|index)/, '0')
    .replace(/:seq/, '1');
  const query =
    endpoint === conversations.removeDraft
      ? '?version=1'
      : endpoint === copilot.suggestions
        ? '?locale=en'
        : '';
  return address + query;
};

const text = { key: 'intruder-intruder', text: 'Was I here?', attachmentIds: [] };
const { alerts, assistant, chat, compromises, conversations, copilot, files, flows, freezes, macros } =
  endpoints;
const { portal, privateLinks, recoveries, shield, translation } = endpoints;
/** A body that would do something, for every route that takes one. */
const bodies = new Map<Endpoint, (theirs: Objects) => object>([
  [assistant.correctIntent, () => ({ intent: 'market.price' })],
  [chat.post, () => text],
  [chat.read, () => ({ deliveredSeq: 1, readSeq: 1 })],
  [chat.typing, () => ({ on: true })],
  [portal.write, () => text],
  [portal.reopen, () => ({ ...text, key: 'again-again' })],
  [portal.rate, () => ({ score: 1 })],
  [portal.tell, () => ({ tellBy: { by: 'email', address: 'intruder@example.com' } })],
  [conversations.goPrivate, () => ({ private: true })],
  [privateLinks.revoke, () => ({ revoked: true })],
  [conversations.post, () => ({ ...text, kind: 'text', seenSeq: 99 })],
  [conversations.postInOrder, () => ({ items: [{ ...text, kind: 'text', seenSeq: 99 }] })],
  [conversations.assign, ({ agentId }) => ({ agentId })],
  [conversations.transfer, ({ teamId }) => ({ teamId, note: '' })],
  [conversations.close, () => ({ reason: 'solved' })],
  [files.unmarkSensitive, () => ({ reason: 'marked_by_mistake' })],
  [files.openSensitive, () => ({ reason: 'verify_identity' })],
  [conversations.openLetterSource, () => ({ reason: 'check_sender' })],
  [conversations.read, () => ({ seq: 1 })],
  [translation.translateMessage, () => ({ to: 'en' })],
  [translation.draft, () => ({ text: 'Was I here?', from: 'en' })],
  [translation.checkDraft, () => ({ text: 'Was I here?' })],
  [
    conversations.saveDraft,
    () => ({
      text: 'Was I here?',
      mentions: [],
      quickReplies: [],
      macros: [],
      letter: null,
      seenSeq: 1,
      attachmentIds: [],
      version: null,
      shared: true,
    }),
  ],
  [conversations.takeOverDraft, ({ agentId }) => ({ agentId, version: 1 })],
  [flows.runForConversation, () => ({ slots: {}, locale: 'en' })],
  [freezes.ask, () => ({ reason: 'stolen_account', note: 'I was never here, I promise.' })],
  [alerts.change, () => ({ paused: true })],
  [recoveries.begin, () => ({ uid: '40218831', lost: ['password'] })],
  [recoveries.sendCode, () => ({ to: 'known_address' })],
  [recoveries.prove, ({ sent }) => ({ to: 'known_address', challenge: sent, code: '123456' })],
  [recoveries.answer, () => ({ answers: { deposit_asset: 'BTC' } })],
  ...[recoveries.confirmDocument, recoveries.approve, recoveries.refuse].map(
    (it) => [it, () => ({ note: 'I was never here, I promise.' })] as [Endpoint, () => object],
  ),
  [shield.reportFalse, () => ({ was: true })],
  [compromises.setStep, () => ({ step: 'freeze', state: 'done' })],
  [compromises.close, () => ({ outcome: 'no_answer' })],
  [copilot.lookUp, () => ({ flow: 'price', locale: 'en' })],
  [copilot.settle, ({ sent }) => ({ fates: [{ is: 'rejected', offerId: sent }] })],
  [macros.fill, ({ conversation }) => ({ conversationId: conversation })],
  [macros.update, () => ({ name: 'Mine now', texts: { en: 'Was I here?' } })],
]);

/** What is sent to a route; fails for a route that takes a body and has none here, so that a new one is not walked past. */
export function requestTo(endpoint: Endpoint, theirs: Objects): { type: string; body: string } | null {
  if (endpoint === files.sendChunk) return { type: 'application/octet-stream', body: 'GIF89a' };
  const body = bodies.get(endpoint);
  if (body) return { type: 'application/json', body: JSON.stringify(endpoint.body.parse(body(theirs))) };
  if (endpoint.body.safeParse(undefined).success) return null;
  throw new Error(`say what is sent to ${endpoint.method} ${endpoint.path}`);
}

/** Everything that is kept of conversations and files. */
export async function everythingKept({ platform }: TestServer): Promise<string> {
  const { rows } = await platform.database.raw(`
    select (select json_agg(it order by it.id) from conversations it) as conversations,
      (select json_agg(it order by it.conversation_id, it.seq) from messages it) as messages,
      (select json_agg(it order by it.version) from drafts it) as drafts,
      (select json_agg(it order by it.id) from attachments it) as attachments,
      (select json_agg(it order by it.id) from tickets it) as tickets,
      (select json_agg(it order by it.id) from market_alerts it) as alerts,
      (select json_agg(it order by it.ticket_id) from ticket_ratings it) as ratings,
      (select json_agg(it order by it.ticket_id) from ticket_addresses it) as addresses,
      (select json_agg(it order by it.id) from uploads it) as uploads,
      (select json_agg(it order by it.id) from account_recoveries it) as recoveries`);
  return JSON.stringify(rows);
}

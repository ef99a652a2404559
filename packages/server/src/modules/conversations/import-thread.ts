import type { Channel, CloseReason, Locale, Topic } from '@fairlead/contract';
import type { CustomerActor, SystemActor } from '../../platform/actor.ts';
import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { changeConversation, changeConversations } from './change-conversations.ts';
import type { ConversationRecord, MessageDraft } from './conversation.ts';
import { decideAssign, decideClose } from './conversation-rules.ts';
import { insertConversation } from './conversation-store.ts';
import { detectLanguage } from './detect-language.ts';
import { blankConversation } from './start-conversation.ts';
import { systemLine } from './system-line.ts';

/** A conversation that was held before, elsewhere or in a story. */
export interface PastThread {
  readonly actor: CustomerActor;
  /** Who brings it in. */
  readonly cause: SystemActor;
  readonly channel: Channel;
  readonly inboxId: string;
  readonly teamId: string;
  readonly topic: Topic | null;
  readonly locale: Locale;
  readonly customerName: string | null;
  readonly agent: { id: string; name: string } | null;
  readonly end: CloseReason | 'open' | 'queued';
  readonly lines: ReadonlyArray<{
    by: 'customer' | 'agent' | 'note';
    text: string;
    /** Only of an agent's line. */
    quickReplies?: readonly string[];
    at: Date;
  }>;
}

/** Writes a past conversation line by line with the times it had, by the same way as if it were held now. */
export async function importThread(
  tx: Tx,
  platform: Platform,
  thread: PastThread,
): Promise<ConversationRecord> {
  const begun = thread.lines[0]?.at ?? tx.now;
  const first = thread.lines.find((line) => line.by === 'customer')?.text ?? '';
  let record = await insertConversation(
    { ...tx, now: begun },
    {
      ...blankConversation(begun),
      id: newId(begun.getTime()),
      channel: thread.channel,
      inboxId: thread.inboxId,
      topic: thread.topic,
      language: detectLanguage(first, thread.locale),
      locale: thread.locale,
      customerId: thread.actor.id,
      teamId: thread.teamId,
      previousId: null,
    },
    null,
  );
  for (const [index, line] of thread.lines.entries()) {
    const at = { ...tx, now: line.at };
    const takes =
      line.by !== 'customer' && thread.agent !== null ? decideAssign(record, thread.agent.id) : null;
    const joined = takes && thread.agent ? [systemLine('assigned', { agent: thread.agent.name })] : [];
    const [changed] = await changeConversations(at, platform, [
      {
        actor: line.by === 'customer' ? thread.actor : thread.cause,
        before: index === 0 ? null : record,
        after: takes ?? record,
        drafts: [...joined, draftOf(thread, line)],
        past: true,
      },
    ]);
    if (changed) record = changed.record;
  }
  if (thread.end === 'open' || thread.end === 'queued') return record;
  const at = { ...tx, now: new Date((thread.lines.at(-1)?.at ?? begun).getTime() + 60_000) };
  const after = decideClose(record, { agentId: '', anyone: true }, thread.end, at.now);
  const drafts = [systemLine('closed')];
  return (await changeConversation(at, platform, { actor: thread.cause, before: record, after, drafts }))
    .record;
}

function draftOf(thread: PastThread, line: PastThread['lines'][number]): MessageDraft {
  if (line.by === 'customer') {
    const author = { type: 'customer' as const, id: thread.actor.id, name: thread.customerName };
    return { kind: 'text', author, text: line.text };
  }
  const author = { type: 'agent' as const, id: thread.agent?.id ?? null, name: thread.agent?.name ?? null };
  if (line.by === 'note') return { kind: 'note', author, text: line.text };
  const { text, quickReplies = [] } = line;
  return { kind: 'text', author, text, quickReplies, delivery: { state: 'sent', error: null } };
}

import type { Attachment } from '@fairlead/contract';
import { z } from 'zod';
import type { JobType } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { organisationName, readInbox } from '../channels/index.ts';
import { customerEmail, customerPage } from '../people/index.ts';
import { readAttachments } from './attachments/attachment-store.ts';
import type { ConversationRecord, MessageRecord } from './conversation.ts';
import { findConversation } from './conversation-store.ts';
import { messagePosted } from './events.ts';
import { letterWords } from './letter-words.ts';
import { mailedSeq, saveMailedSeq } from './mailed-seq-store.ts';
import { readMessages } from './message-store.ts';
import { sayTranslated } from './say-translated.ts';
import { canFollowUp, sendFollowUp } from './send-follow-up.ts';

/** Sends on what a customer who left the page has not read. */
const followUp: JobType<{ conversationId: string }> = {
  name: 'conversations.follow-up',
  schema: z.object({ conversationId: z.uuid() }),
  retries: 8,
  key: ({ conversationId }) => conversationId,
};

/** How long an answer may lie unread in the chat before it is sent by e-mail: long enough for whoever is still there to read it. */
const patience = 3 * 60_000;

/**
 * Answers follow a customer who left, when their address is known. A crash between the mail server's yes and our note of it sends the
 * same letter twice; nothing can close that window.
 */
export function followUpByMail(platform: Platform): void {
  const { clock, database, jobs, relay } = platform;

  relay.on(messagePosted, 'conversations.follow-up', async (events) => {
    const answered = new Set(
      events
        .filter(({ payload }) => payload.author === 'agent' && payload.kind === 'text')
        .map((event) => event.subjectId),
    );
    if (answered.size === 0 || !(await canFollowUp(platform))) return;
    const after = new Date(clock.now().getTime() + patience);
    await database.write(async (tx) => {
      for (const conversationId of answered) await jobs.enqueue(tx, followUp, { conversationId }, { after });
    });
  });

  jobs.work(followUp, async ({ conversationId }) => {
    const reader = database.reader();
    const conversation = await findConversation(reader, conversationId);
    const to = conversation && (await customerEmail(reader, conversation.customerId));
    // Of tickets the customer chose whether and where letters go.
    if (!conversation || !to || conversation.channel !== 'chat') return;
    const after = Math.max(conversation.customerReadSeq, await mailedSeq(reader, conversationId));
    const unread = await readMessages(reader, conversationId, { after, limit: 50 }, 'public');
    const answers = unread.filter((message) => message.author.type === 'agent');
    const last = unread.at(-1)?.publicSeq;
    if (answers.length === 0 || !last) return;
    const organisation = await organisationName(reader);
    const page = await pageToReturnTo(platform, conversation);
    const attachments = await readAttachments(
      reader,
      platform.keys,
      answers.flatMap((answer) => answer.attachmentIds),
    );
    const told = answers.map((answer) => ({
      ...sayTranslated(answer, conversation),
      files: answer.attachmentIds.flatMap((id) => attachments.get(id) ?? []),
    }));
    const written = letter(conversation, told, { organisation, page });
    await sendFollowUp(platform, conversation, to, { ...written, upTo: last });
    await database.write((tx) => saveMailedSeq(tx, conversationId, last));
  });
}

/** The customer's own page where the inbox is embedded there; a page that a stranger named never gets into our letters. */
async function pageToReturnTo(platform: Platform, conversation: ConversationRecord): Promise<string> {
  const reader = platform.database.reader();
  const [inbox, page] = await Promise.all([
    readInbox(reader, conversation.inboxId),
    customerPage(reader, conversation.customerId),
  ]);
  const ours = page && URL.canParse(page) && inbox?.allowedOrigins.includes(new URL(page).origin);
  return ours ? page : `${platform.publicUrl}/help/`;
}

/** An answer as the letter quotes it. Files are named only: their addresses end by themselves, and letters are passed on. */
interface Answer extends Pick<MessageRecord, 'author' | 'text' | 'createdAt'> {
  files: ReadonlyArray<Pick<Attachment, 'name' | 'type'>>;
}

/** The letter in the customer's language. */
export function letter(
  { locale }: Pick<ConversationRecord, 'locale'>,
  answers: readonly Answer[],
  { organisation, page }: { organisation: string; page: string },
): { subject: string; text: string } {
  const say = (key: string, params: Record<string, string>) => letterWords(locale, key, params);
  const [first] = answers;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    first?.createdAt,
  );
  return {
    subject: say('followUp.subject', { organisation }),
    text: [
      say('followUp.intro', { agent: first?.author.name ?? organisation, day }),
      ...answers
        .map(({ text, files }) => [text, ...files.map((file) => say(keyOf(file.type), { name: file.name }))])
        .map((lines) => lines.filter(Boolean).join('\n'))
        .filter(Boolean)
        .map((quote) => quote.replace(/^/gm, '> ')),
      say('followUp.page', { page }),
      say('followUp.warning', {}),
    ].join('\n\n'),
  };
}

function keyOf(type: Attachment['type']): string {
  if (type.startsWith('image/')) return 'followUp.image';
  return type.startsWith('video/') ? 'followUp.video' : 'followUp.document';
}

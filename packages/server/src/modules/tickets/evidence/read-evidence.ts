import { asksForIdentity, type TicketEvidence, type TicketFile } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import type { Reader } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { listWithFiles, readAttachments, readMessages } from '../../conversations/index.ts';
import { accessTicket, seesThread } from '../access-ticket.ts';
import { type CommentRecord, listComments } from '../comment-store.ts';
import { readFormBook } from '../forms/read-forms.ts';
import type { TicketRecord } from '../ticket.ts';
import { collectEntities, type Pictured, type Said } from './collect-entities.ts';
import { findCopies } from './find-copies.ts';
import { readingsOf } from './picture-store.ts';

/** Messages and comments of a case that are looked at, from the end. */
const looked = 500;

/** Where a file stands, before it is read what it is. */
type Place = Pick<TicketFile, 'of' | 'author'> & { readonly fileId: string; readonly at: Date };

/**
 * What is found in the words and pictures of a case, its files, and other tickets with the same pictures. Of a thread that the agent may not see nothing is told. Throws
 * `ticket.not_found`.
 */
export async function readEvidence(
  reader: Reader,
  { keys }: Pick<Platform, 'keys'>,
  actor: AgentActor,
  id: string,
): Promise<TicketEvidence> {
  const ticket = await accessTicket(reader, actor, id);
  const thread = (await seesThread(reader, actor, ticket)) ? ticket.conversationId : null;
  const { language, commentCount } = ticket;
  const comments = await listComments(reader, id, {
    after: Math.max(0, commentCount - looked),
    limit: looked,
  });
  const said = [
    ...saidOn(ticket),
    ...(thread ? await saidIn(reader, thread, language) : []),
    ...comments.map((it) => ({
      text: it.text,
      language,
      of: 'comment' as const,
      id: it.id,
      at: it.createdAt,
    })),
  ];
  const places = [...(thread ? await sentIn(reader, thread) : []), ...comments.flatMap(placesOf)];
  const files = await readAttachments(
    reader,
    keys,
    places.map((it) => it.fileId),
  );
  const inOrder = places.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const open = inOrder.filter((it) => files.get(it.fileId)?.sensitive === false);
  const copies = await findCopies(
    reader,
    actor,
    ticket,
    open.map((it) => it.fileId),
  );
  return {
    entities: collectEntities(
      await readFormBook(reader),
      said,
      await picturedIn(reader, ticket, open),
      ticket,
    ),
    files: inOrder.flatMap(({ fileId, of, author, at }) => {
      const attachment = files.get(fileId);
      const alsoOn = copies.get(fileId) ?? [];
      return attachment ? [{ attachment, of, author, at: at.toISOString(), alsoOn }] : [];
    }),
  };
}

/** What was read in pictures that the agent may see; nothing where a ticket asks who somebody is. */
async function picturedIn(
  reader: Reader,
  { category }: TicketRecord,
  open: readonly Place[],
): Promise<Pictured[]> {
  if (asksForIdentity(category)) return [];
  const read = await readingsOf(
    reader,
    open.map((it) => it.fileId),
  );
  return open.flatMap(({ fileId, at }) => {
    const entities = read.get(fileId);
    return entities ? [{ entities, fileId, at }] : [];
  });
}

function saidOn({ id, subject, fields, language, createdAt }: TicketRecord): Said[] {
  const texts = [subject, fields.description ?? ''];
  return texts.map((text) => ({ text, language, of: 'ticket', id, at: createdAt }));
}

async function saidIn(reader: Reader, conversationId: string, language: string): Promise<Said[]> {
  const messages = await readMessages(reader, conversationId, { limit: looked }, 'everything');
  return messages.flatMap(({ id, kind, text, createdAt: at }) =>
    kind === 'system' ? [] : [{ text, language, of: kind === 'note' ? 'note' : 'message', id, at }],
  );
}

async function sentIn(reader: Reader, conversationId: string): Promise<Place[]> {
  const messages = await listWithFiles(reader, conversationId, looked);
  return messages.flatMap(({ kind, author, attachmentIds, createdAt: at }) =>
    attachmentIds.map((fileId) => ({
      fileId,
      of: kind === 'note' ? ('note' as const) : ('message' as const),
      author: { type: author.type, name: author.name ?? '' },
      at,
    })),
  );
}

const placesOf = ({ attachmentIds, author, createdAt: at }: CommentRecord): Place[] =>
  attachmentIds.map((fileId) => ({
    fileId,
    of: 'comment',
    author: { type: 'agent', name: author.name },
    at,
  }));

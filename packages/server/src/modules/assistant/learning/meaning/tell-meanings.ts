import { createHash } from 'node:crypto';
import type { Database } from '../../../../platform/database/database.ts';
import type { Library } from '../../../helpcenter/index.ts';
import { newestTickets, type TicketRecord } from '../../../tickets/index.ts';
import type { Embedder } from '../../model/embed/embedder.ts';
import { redactQuestion } from '../redact-question.ts';
import {
  keepArticleDirections,
  keepTicketDirections,
  readArticleDirections,
  readTicketDirections,
} from './direction-store.ts';
import { type Meaning, openMeaning } from './embed-questions.ts';

/** Tickets that are looked at in a pass, the newest, and how old they may be: nobody looks for likeness in older ones. */
const looked = 2000;
const days = 180;
/** Texts of articles that are made up for in a pass. */
const articlesAtOnce = 400;
/** Characters of how an article begins, besides its title and what it says of itself. */
const beginning = 300;

/**
 * Has an embeddings model say where new tickets and published articles are, all that it was not asked about yet, within so many milliseconds. Texts go without
 * secrets and what leads to somebody. Nothing where none is set up, or it cannot tell matters apart. Never throws for what a server does.
 */
export async function tellMeanings(
  database: Database,
  library: Library,
  embedder: Embedder,
  { now, within }: { now: Date; within: number },
): Promise<void> {
  const meaning = await openMeaning(database, embedder, within);
  if (!meaning?.scale) return;
  await tellArticles(database, library, meaning);
  const since = new Date(now.getTime() - days * 86_400_000);
  await tellTickets(database, meaning, await newestTickets(database.reader(), since, looked));
}

/** The same of these tickets alone. */
export async function tellOfTickets(
  database: Database,
  embedder: Embedder,
  { tickets, within }: { tickets: readonly TicketRecord[]; within: number },
): Promise<void> {
  const meaning = await openMeaning(database, embedder, within);
  if (meaning?.scale) await tellTickets(database, meaning, tickets);
}

async function tellTickets(
  database: Database,
  meaning: Meaning,
  tickets: readonly TicketRecord[],
): Promise<void> {
  const known = await readTicketDirections(
    database.reader(),
    meaning.name,
    tickets.map((it) => it.id),
  );
  const hashes = new Map(known.map((it) => [it.ticketId, it.textHash]));
  const untold = tickets
    .map(({ id, locale, subject, fields }) => {
      const said = [subject, fields.description].filter(Boolean).join('\n');
      return { id, locale, said, textHash: createHash('sha256').update(said).digest('hex') };
    })
    .filter((it) => hashes.get(it.id) !== it.textHash)
    .map(({ said, ...it }) => ({ ...it, text: redactQuestion(said, it.locale) }));
  const found = await meaning.directionsOf(untold);
  const told = untold.flatMap(({ id, locale, textHash }) => {
    const direction = found.get(id);
    return direction ? [{ ticketId: id, locale, textHash, direction }] : [];
  });
  if (told.length > 0) await database.write((tx) => keepTicketDirections(tx, meaning.name, told));
}

/** Published texts that everybody may read. */
async function tellArticles(database: Database, library: Library, meaning: Meaning): Promise<void> {
  await library.ready();
  const texts = library
    .articles()
    .filter((it) => it.visibility === 'public')
    .flatMap((it) => [...it.texts.values()]);
  const known = await readArticleDirections(database.reader(), meaning.name);
  const untold = texts
    .filter((it) => !known.has(it.revisionId))
    .slice(0, articlesAtOnce)
    .map(({ revisionId, locale, title, summary, body }) => ({
      id: revisionId,
      text: redactQuestion([title, summary, body.slice(0, beginning)].join('\n'), locale),
    }));
  if (untold.length === 0) return;
  const told = await meaning.directionsOf(untold);
  const published = texts.map((it) => it.revisionId);
  await database.write((tx) => keepArticleDirections(tx, meaning.name, { told, published }));
}

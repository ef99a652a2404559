import type { Locale, QuestionCause } from '@fairlead/contract';
import type { Reader } from '../../../platform/database/database.ts';
import { readMessages } from '../../conversations/index.ts';
import { listTurns } from '../assistant-store.ts';
import { redactQuestion } from './redact-question.ts';
import { unansweredIn } from './unanswered-in.ts';

const looked = 200;

/** What a customer asked at a turn of the assistant. */
export interface AskedAt {
  readonly seq: number;
  readonly locale: Locale;
  /** Without secrets and names. */
  readonly text: string;
  readonly at: Date;
}

/** What a customer asked at each turn of the assistant, by the turn's place. Of the last 200 turns. */
export async function askedIn(reader: Reader, conversationId: string) {
  const turns = await listTurns(reader, conversationId, looked);
  const end = turns.at(-1)?.seq ?? 0;
  const messages = await readMessages(
    reader,
    conversationId,
    { before: end + 1, limit: looked },
    'everything',
  );
  const said = messages
    .filter((it) => it.author.type === 'customer' && it.kind === 'text')
    .toSorted((a, b) => a.seq - b.seq);
  const asked = new Map<number, AskedAt>();
  for (const [at, { seq, locale, createdAt }] of turns.entries()) {
    const from = turns[at - 1]?.seq ?? 0;
    const own = said.filter((it) => it.seq > from && it.seq <= seq).map((it) => it.text);
    const text = redactQuestion(own.join('\n'), locale);
    if (text !== '') asked.set(seq, { seq, locale, text, at: createdAt });
  }
  return { turns, asked };
}

/** The questions of a conversation that were not answered well. */
export async function questionsOf(
  reader: Reader,
  conversationId: string,
): Promise<Array<AskedAt & { cause: QuestionCause }>> {
  const { turns, asked } = await askedIn(reader, conversationId);
  return unansweredIn(turns).flatMap(({ seq, cause }) => {
    const question = asked.get(seq);
    return question ? [{ ...question, cause }] : [];
  });
}

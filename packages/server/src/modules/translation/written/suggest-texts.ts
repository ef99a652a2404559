import type { Locale, Permission, TranslationOutcome } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import { fail } from '../../../platform/fail.ts';
import type { Translator } from '../translator.ts';

/** Who writes anything that is read in several languages. */
const writers: readonly Permission[] = [
  'conversations.reply',
  'knowledge.write',
  'announcements.manage',
  'automation.manage',
  'tickets.manage',
  'assistant.manage',
];

interface Suggested {
  readonly outcome: TranslationOutcome;
  readonly texts: string[];
  readonly score: number | null;
}

/** Texts in another language as a beginning, for somebody who reads and saves them. One that fails fails them all. Throws `access.forbidden` for who writes nothing. */
export async function suggestTexts(
  translator: Translator,
  actor: AgentActor,
  { texts, from, to }: { texts: readonly string[]; from: Locale; to: Locale },
): Promise<Suggested> {
  if (!writers.some((it) => actor.permissions.has(it))) throw fail('access.forbidden');
  const made: string[] = [];
  let score: number | null = null;
  for (const text of texts) {
    const done = text.trim() === '' ? null : await translator.translate(text, from, to);
    if (done?.outcome === 'translated') {
      made.push(done.text);
      score = Math.min(score ?? 1, done.score);
    } else if (done === null || done.outcome === 'nothing_to_translate') made.push(text);
    else return { outcome: done.outcome, texts: [], score: null };
  }
  return score === null
    ? { outcome: 'nothing_to_translate', texts: [], score: null }
    : { outcome: 'translated', texts: made, score };
}

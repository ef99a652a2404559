import { setImmediate } from 'node:timers/promises';
import { type AssistantSettings, type LanguageResult, localeNames } from '@fairlead/contract';
import { newId } from '../../../platform/crypto/ids.ts';
import type { Database, Reader, Tx } from '../../../platform/database/database.ts';
import { fail } from '../../../platform/fail.ts';
import type { Knowledge } from '../think.ts';
import { askAll, type Judged } from './evaluate.ts';
import { type AskedSets, askedFor, setsOfRun } from './example-sets.ts';
import { listExamples } from './example-store.ts';
import { hashOf } from './hash-of.ts';
import { failureOf } from './present.ts';
import { insertFailures, insertRun, type RunRecord } from './run-store.ts';
import { stampsOf } from './stamps.ts';
import { type Fall, fallsOf, resultsOf } from './tally.ts';

/** How the examples would fare with other settings. */
export interface Trial {
  readonly settings: AssistantSettings;
  /** The sets that were asked. */
  readonly sets: AskedSets;
  readonly judged: readonly Judged[];
  readonly languages: readonly LanguageResult[];
  /** The languages that would lose. */
  readonly falls: readonly Fall[];
  /** What is right now and would not be. */
  readonly newlyWrong: readonly Judged[];
}

/**
 * Asks the examples of the sets that are marked for it with the settings that hold and with those that are to. Null where there are no examples. No transaction may be open.
 * Greetings change no decision: where nothing else differs, they are asked once.
 */
export async function trySettings(
  reader: Reader,
  knowledge: Knowledge,
  now: AssistantSettings,
  next: AssistantSettings,
): Promise<Trial | null> {
  const { library } = knowledge;
  await library.ready();
  const sets = await askedFor(reader, 'gate');
  const examples = await listExamples(reader, sets);
  if (examples.length === 0) return null;
  const judged = await askAll(knowledge, examples, next);
  const languages = resultsOf(judged);
  const none = { settings: next, sets, judged, languages, falls: [], newlyWrong: [] };
  if (hashOf(now.thresholds) === hashOf(next.thresholds)) return none;
  const wrong = judged.filter((it) => it.missed.length > 0);
  if (wrong.length === 0) return none;
  await setImmediate();
  const before = await askAll(knowledge, examples, now);
  const right = new Set(before.filter((it) => it.missed.length === 0).map((it) => it.example.id));
  return {
    ...none,
    falls: fallsOf(resultsOf(before), languages),
    newlyWrong: wrong.filter((it) => right.has(it.example.id)),
  };
}

/** Keeps what was found as a run that is done. */
export async function keepTrial(
  tx: Tx,
  knowledge: Knowledge,
  { settings, sets, judged, languages }: Trial,
  { agentId, cause }: { agentId: string; cause: 'settings' | 'trial' },
): Promise<RunRecord> {
  const { library } = knowledge;
  const run: RunRecord = {
    id: newId(),
    cause,
    state: 'done',
    settings,
    sets: setsOfRun(sets),
    stamps: stampsOf(library, settings),
    total: judged.length,
    done: judged.length,
    languages: [...languages],
    examples: judged.map((it) => it.example.id),
    startedBy: agentId,
    startedAt: tx.now,
    finishedAt: tx.now,
  };
  await insertRun(tx, run);
  await insertFailures(
    tx,
    run.id,
    judged.filter((it) => it.missed.length > 0).map((it) => failureOf(knowledge, it)),
  );
  return run;
}

const named = 3;
const characters = 60;

/**
 * Refuses settings by which fewer examples would be right in any language: keeps what was found, and throws `assistant.examples_fall` with the
 * languages, the first examples and the run to look into.
 */
export async function refuseFall(
  database: Database,
  knowledge: Knowledge,
  trial: Trial,
  agentId: string,
): Promise<void> {
  if (trial.falls.length === 0) return;
  const run = await database.write((tx) => keepTrial(tx, knowledge, trial, { agentId, cause: 'trial' }));
  const losers = new Set(trial.falls.map((it) => it.locale));
  const lost = trial.newlyWrong.filter((it) => losers.has(it.example.locale));
  throw fail('assistant.examples_fall', {
    languages: trial.falls
      .map(({ locale, before, after }) => `${localeNames[locale]} (${before} → ${after})`)
      .join(', '),
    count: lost.length,
    examples: lost
      .slice(0, named)
      .map(
        ({ example: { text } }) => `“${text.length > characters ? `${text.slice(0, characters)}…` : text}”`,
      )
      .join(', '),
    run: run.id,
  });
}

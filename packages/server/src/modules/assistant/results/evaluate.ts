import { setImmediate } from 'node:timers/promises';
import type { AssistantSettings, MissedPart } from '@fairlead/contract';
import { blankMemory } from '../decide/memory.ts';
import { type Knowledge, type Thought, think } from '../think.ts';
import type { ExampleRecord } from './example.ts';
import { missedOf } from './judge.ts';

/** An example that was asked, what came, and what of it was not as expected. */
export interface Judged {
  readonly example: ExampleRecord;
  readonly thought: Thought;
  readonly missed: readonly MissedPart[];
}

/**
 * Asks an example as somebody who is not signed in would, its earlier texts first. Writes nothing; flows that need no customer ask the
 * exchange, so no transaction may be open.
 */
export async function ask(
  knowledge: Knowledge,
  example: ExampleRecord,
  { thresholds, greetings }: AssistantSettings,
): Promise<Judged> {
  const usual = {
    page: example.locale,
    customer: null,
    timeZone: 'UTC',
    flooding: false,
    off: false,
    thresholds,
    greetings,
  };
  let memory = blankMemory;
  for (const text of example.earlier) ({ memory } = await think(knowledge, { ...usual, text, memory }));
  const thought = await think(knowledge, { ...usual, text: example.text, memory });
  return { example, thought, missed: missedOf(example.expect, thought) };
}

/** Asks one after the other; between two, the node does what else there is to do. */
export async function askAll(
  knowledge: Knowledge,
  examples: readonly ExampleRecord[],
  settings: AssistantSettings,
): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const example of examples) {
    judged.push(await ask(knowledge, example, settings));
    await setImmediate();
  }
  return judged;
}

import type { BodyOf, endpoints, ResponseOf } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import type { Database } from '../../../platform/database/database.ts';
import { insertCall } from '../model/model-store.ts';
import type { SettingsSource } from '../settings/settings-source.ts';
import { type Knowledge, think } from '../think.ts';
import { traceOf } from '../trace.ts';
import { packMemory, unpackMemory } from './keep-memory.ts';

type Try = typeof endpoints.assistant.try;

/** What the assistant would answer to somebody who is not signed in, going on from an answer before or anew. Throws `request.invalid`. */
export async function tryOut(
  { database, settings: source }: { database: Database; settings: SettingsSource },
  knowledge: Knowledge,
  asker: AgentActor,
  { text, locale, memory, settings }: BodyOf<Try>,
): Promise<ResponseOf<Try>> {
  const before = unpackMemory(memory);
  const inForce = await source.current();
  const { thresholds, greetings } = settings ?? inForce.settings;
  const begun = performance.now();
  const thought = await think(knowledge, {
    text,
    page: locale,
    memory: before,
    customer: null,
    timeZone: 'UTC',
    flooding: false,
    off: false,
    thresholds,
    greetings,
    words: inForce.words,
    asker: { spenderId: asker.id, before: [] },
  });
  const milliseconds = performance.now() - begun;
  const { model } = thought.steps;
  const { call } = model ?? {};
  // Paid for like any other.
  const modelCallId = call ? await database.write((tx) => insertCall(tx, null, call)) : null;
  return {
    memory: packMemory(thought.memory),
    text: thought.text,
    quickReplies: [...thought.quickReplies],
    sources: [...thought.sources],
    milliseconds,
    trace: traceOf(thought),
    modelCallId,
  };
}

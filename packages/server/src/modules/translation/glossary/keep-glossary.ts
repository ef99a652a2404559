import type { BodyOf, endpoints, TranslationGlossary } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import { announce } from '../../../platform/events/event.ts';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { agentName } from '../../people/index.ts';
import { translationGlossaryChanged } from '../events.ts';
import { firstGlossary } from './first-glossary.ts';
import { findGlossary, insertGlossary, lastVersion } from './glossary-store.ts';
import { glossaryTopic } from './glossary-topic.ts';

/** A version of the glossary. Throws `request.not_found`. */
export async function readGlossaryVersion(reader: Reader, version: number): Promise<TranslationGlossary> {
  if (version === 0) return firstGlossary();
  const found = await findGlossary(reader, version);
  if (!found) throw fail('request.not_found');
  return found;
}

/** The glossary as it is in force. */
export const readGlossary = async (reader: Reader): Promise<TranslationGlossary> =>
  readGlossaryVersion(reader, await lastVersion(reader));

/** Keeps a new version. Throws `translation.glossary_changed` where somebody else was quicker. */
export async function keepGlossary(
  tx: Tx,
  { bus }: Pick<Platform, 'bus'>,
  actor: AgentActor,
  { basedOn, concepts, keep }: BodyOf<typeof endpoints.translation.saveGlossary>,
): Promise<TranslationGlossary> {
  if ((await lastVersion(tx)) !== basedOn) throw fail('translation.glossary_changed');
  const version = basedOn + 1;
  const by = await agentName(tx, actor.id);
  // Two at once would both have seen the same last one.
  if (!(await insertGlossary(tx, { version, concepts, keep: [...new Set(keep)] }, by)))
    throw fail('translation.glossary_changed');
  await announce(tx, translationGlossaryChanged, {
    subjectId: actor.id,
    actor,
    payload: { version, concepts: concepts.length, keep: keep.length },
  });
  tx.afterCommit(() => bus.publish(glossaryTopic, ''));
  return readGlossaryVersion(tx, version);
}

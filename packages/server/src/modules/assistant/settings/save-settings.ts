import type { AssistantSettings } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { announce } from '../../../platform/events/event.ts';
import { writeSetting } from '../../../platform/setting-store.ts';
import { assistantSettingsChanged } from '../events.ts';
import { readSettings, settingsKey } from './settings.ts';

/** Changes what the assistant goes by; who changed what stays on record. */
export async function saveSettings(
  tx: Tx,
  actor: AgentActor,
  after: AssistantSettings,
): Promise<AssistantSettings> {
  const before = await readSettings(tx);
  await writeSetting(tx, settingsKey, after);
  await announce(tx, assistantSettingsChanged, { subjectId: actor.id, actor, payload: { before, after } });
  return after;
}

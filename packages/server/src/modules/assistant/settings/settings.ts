import { type AssistantSettings, assistantSettings } from '@fairlead/contract';
import type { Reader } from '../../../platform/database/database.ts';
import { readSetting } from '../../../platform/setting-store.ts';
import { defaultThresholds } from '../decide/thresholds.ts';

export const settingsKey = 'assistant';

/** What holds where nobody has decided otherwise. */
export const usualSettings: AssistantSettings = { thresholds: defaultThresholds, greetings: {} };

/** What administrators decided: read at each turn, so that every node goes by it from its next answer on. */
export async function readSettings(reader: Reader): Promise<AssistantSettings> {
  // What an earlier release kept may have another shape: then the usual holds.
  const kept = assistantSettings.safeParse(await readSetting(reader, settingsKey));
  return kept.data ?? usualSettings;
}

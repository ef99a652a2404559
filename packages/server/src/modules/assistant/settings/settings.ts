import { type AssistantSettings, assistantSettings, locales, maximumTextLength } from '@fairlead/contract';
import { z } from 'zod';
import type { Reader } from '../../../platform/database/database.ts';
import { readSetting } from '../../../platform/setting-store.ts';
import { defaultThresholds } from '../decide/thresholds.ts';

export const settingsKey = 'assistant';

/** A text of one's own, and the shipped one that it replaced when it was written. */
const keptText = z.object({ text: z.string().min(1).max(maximumTextLength), replaced: z.string() });
export type KeptText = z.infer<typeof keptText>;

/** All that administrators decide: with the texts that they say instead of shipped ones, by language and key. */
export const keptSettings = assistantSettings.extend({
  texts: z.partialRecord(z.enum(locales), z.record(z.string(), keptText)).default({}),
});
export type KeptSettings = z.infer<typeof keptSettings>;

/** What holds where nobody has decided otherwise. */
export const usualSettings: KeptSettings = { thresholds: defaultThresholds, greetings: {}, texts: {} };

/** What administrators decided. */
export async function readSettings(reader: Reader): Promise<KeptSettings> {
  // What an earlier release kept may have another shape: then the usual holds.
  const kept = keptSettings.safeParse(await readSetting(reader, settingsKey));
  return kept.data ?? usualSettings;
}

/** Without the texts, which are looked at apart. */
export const withoutTexts = ({ thresholds, greetings }: AssistantSettings): AssistantSettings => ({
  thresholds,
  greetings,
});

import { translationSettings } from '@fairlead/contract';
import { z } from 'zod';
import { eventType } from '../../platform/events/event.ts';

/** Somebody set who translates. The subject is who did; the key is not in it. */
export const translationSettingsChanged = eventType(
  'translation.settings_changed',
  z.object({ before: translationSettings.nullable(), after: translationSettings, keyChanged: z.boolean() }),
);

/** Somebody kept a new version of the glossary. The subject is who did. */
export const translationGlossaryChanged = eventType(
  'translation.glossary_changed',
  z.object({ version: z.number().int(), concepts: z.number().int(), keep: z.number().int() }),
);

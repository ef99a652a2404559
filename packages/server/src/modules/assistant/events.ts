import { assistantModel, quietClosing } from '@fairlead/contract';
import { z } from 'zod';
import { eventType } from '../../platform/events/event.ts';
import { keptSettings } from './settings/settings.ts';

/** Somebody changed how sure the assistant must be, how it greets, or what it says: of texts, those that differ. The subject is who did. */
export const assistantSettingsChanged = eventType(
  'assistant.settings_changed',
  z.object({ before: keptSettings, after: keptSettings }),
);

/** Somebody set the model that may put answers into words. The subject is who did; the key is not in it. */
export const assistantModelChanged = eventType(
  'assistant.model_changed',
  z.object({ before: assistantModel.nullable(), after: assistantModel, keyChanged: z.boolean() }),
);

/** Somebody changed after how many quiet hours the assistant's conversations are closed. The subject is who did. */
export const assistantQuietChanged = eventType(
  'assistant.quiet_changed',
  z.object({ before: quietClosing, after: quietClosing }),
);

import { assistantModel, assistantSettings } from '@fairlead/contract';
import { z } from 'zod';
import { eventType } from '../../platform/events/event.ts';

/** Somebody changed how sure the assistant must be, or how it greets. The subject is who did. */
export const assistantSettingsChanged = eventType(
  'assistant.settings_changed',
  z.object({ before: assistantSettings, after: assistantSettings }),
);

/** Somebody set the model that may put answers into words. The subject is who did; the key is not in it. */
export const assistantModelChanged = eventType(
  'assistant.model_changed',
  z.object({ before: assistantModel.nullable(), after: assistantModel, keyChanged: z.boolean() }),
);

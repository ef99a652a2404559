import { assistantModel, quietClosing, utteranceStates } from '@fairlead/contract';
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

const decided = z.object({ state: z.enum(utteranceStates), intent: z.string() });

/** Somebody accepted or rejected an utterance for training, or put it back. The subject is the utterance; its words are not in it. */
export const utteranceDecided = eventType(
  'assistant.utterance_decided',
  z.object({ before: decided, after: decided }),
);

/** Another version of the classifier is live. The subject is who chose it, or who had it trained. */
export const classifierChanged = eventType(
  'assistant.classifier_changed',
  z.object({ before: z.number().int(), after: z.number().int() }),
);

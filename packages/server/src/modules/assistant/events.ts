import { assistantModel, assistantSettings, utteranceStates } from '@fairlead/contract';
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

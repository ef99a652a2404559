import {
  compromiseOutcomes,
  compromiseStates,
  compromiseStep,
  exposure,
  stepStates,
} from '@fairlead/contract';
import { z } from 'zod';
import { eventType } from '../../platform/events/event.ts';

/** What is done about a secret that a customer wrote down has come further. The conversation is the subject. */
export const compromiseChanged = eventType(
  'compliance.compromise_changed',
  z.object({
    exposure,
    state: z.enum(compromiseStates),
    step: compromiseStep.nullable(),
    to: z.enum(stepStates).nullable(),
    outcome: z.enum(compromiseOutcomes).nullable(),
  }),
);

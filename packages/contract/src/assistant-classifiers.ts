import { z } from 'zod';
import { endpoint, nothing } from './endpoint.ts';
import { locale, moment, person } from './shapes.ts';

const read = { permission: 'assistant.read' } as const;
const manage = { permission: 'assistant.manage' } as const;
const count = z.number().int().min(0);
const tally = z.object({ right: count, total: count });

/** What one version makes of the held-out utterances and of the examples, beside another. */
export const classifierReport = z.object({
  /** The version that it was measured against. */
  against: count,
  languages: z.array(z.object({ locale, before: tally, after: tally })),
  /** Means of the shares of all languages. */
  macro: z.object({ before: z.number(), after: z.number() }),
  /** Languages whose examples lose. */
  examples: z.array(z.object({ locale, before: count, after: count })),
  /** Why it may not go live; empty where it may. */
  reasons: z.array(z.enum(['macro', 'language', 'examples'])),
});
export type ClassifierReport = z.infer<typeof classifierReport>;

export const classifierStates = ['training', 'ready', 'refused', 'cancelled', 'failed'] as const;
export type ClassifierState = (typeof classifierStates)[number];

const classifierVersion = z.object({
  /** 0 is the one that came along. */
  number: count,
  state: z.enum(classifierStates),
  live: z.boolean(),
  done: count,
  total: count,
  /** Accepted utterances that it learned from. */
  utterances: count,
  report: classifierReport.nullable(),
  trainedBy: person.nullable(),
  startedAt: moment.nullable(),
  finishedAt: moment.nullable(),
});
export type ClassifierVersion = z.infer<typeof classifierVersion>;

const classifiers = z.object({
  /** The last first; the one that came along last. */
  items: z.array(classifierVersion),
  /** Accepted utterances that the version that is live has not learned from. */
  waiting: count,
  /** Of 1: how much a language may lose where all together do not. */
  tolerance: z.number(),
});

export const assistantClassifierEndpoints = {
  listClassifiers: endpoint({
    method: 'GET',
    path: '/api/assistant/classifiers',
    access: read,
    summary:
      'The last 50 versions of the classifier of intents, how each fared on the held-out utterances, and which is live.',
    response: classifiers,
  }),
  trainClassifier: endpoint({
    method: 'POST',
    path: '/api/assistant/classifiers',
    access: manage,
    summary:
      'Train a new version on what came along and all accepted utterances. It goes live by itself unless it is worse: on the held-out utterances, in a language, or by the examples.',
    response: classifierVersion,
    errors: ['learning.training_under_way', 'learning.nothing_accepted'],
  }),
  cancelTraining: endpoint({
    method: 'POST',
    path: '/api/assistant/classifiers/:number/cancel',
    access: manage,
    summary: 'End a training that is under way.',
    params: z.object({ number: z.coerce.number().int().min(1) }),
    response: nothing,
    errors: ['request.not_found'],
  }),
  useClassifier: endpoint({
    method: 'POST',
    path: '/api/assistant/classifiers/:number/live',
    access: manage,
    summary: 'Let a version that was not refused be live on every node: 0 is the one that came along.',
    params: z.object({ number: z.coerce.number().int().min(0) }),
    response: nothing,
    errors: ['request.not_found', 'learning.classifier_refused'],
  }),
};

import { z } from 'zod';
import { modelOutcome } from './assistant-model.ts';
import { endpoint, nothing } from './endpoint.ts';
import { byId, id, locale, moment, person } from './shapes.ts';
import { type MappedIntent, mappedIntents } from './ticket-categories.ts';
import { category } from './ticket-views.ts';

const read = { permission: 'assistant.read' } as const;
const manage = { permission: 'assistant.manage' } as const;
const count = z.number().int().min(0);
const intent = z.enum(mappedIntents as readonly [MappedIntent, ...MappedIntent[]]);
/** Why a question is worth looking at. */
export const questionCauses = ['abstained', 'out_of_scope', 'handed_over', 'disliked', 'no_result'] as const;
export type QuestionCause = (typeof questionCauses)[number];

export const clusterStates = ['open', 'in_work', 'done', 'ignored'] as const;
export type ClusterState = (typeof clusterStates)[number];

/** Questions of one matter, in whatever languages. */
const questionCluster = z.object({
  id,
  state: z.enum(clusterStates),
  /** The intent that they most likely mean; null where none is likely. */
  intent: intent.nullable(),
  /** What they speak of besides, in the language that was asked for, the most telling first. */
  terms: z.array(z.string()),
  questions: count,
  causes: z.array(z.object({ cause: z.enum(questionCauses), questions: count })),
  languages: z.array(z.object({ locale, questions: count })),
  /** Of the last seven days, and of the seven before. */
  lately: count,
  before: count,
  firstAt: moment,
  lastAt: moment,
  /** One of them, in the language that was asked for where there is one. */
  sample: z.object({ locale, text: z.string() }),
  /** The article that was begun for it. */
  articleId: id.nullable(),
});
export type QuestionCluster = z.infer<typeof questionCluster>;

const clusterQuestion = z.object({
  id,
  locale,
  text: z.string(),
  cause: z.enum(questionCauses),
  /** What the classifier takes it for. */
  intent: intent.nullable(),
  at: moment,
});
export type ClusterQuestion = z.infer<typeof clusterQuestion>;

export const utteranceStates = ['proposed', 'accepted', 'rejected'] as const;
export type UtteranceState = (typeof utteranceStates)[number];

/** Why a text cannot teach anything. */
export const utteranceFlaws = ['known', 'held_out', 'length'] as const;
export type UtteranceFlaw = (typeof utteranceFlaws)[number];

const proposedUtterance = z.object({
  id,
  locale,
  text: z.string(),
  intent,
  guessed: intent.nullable(),
  source: z.enum(['cluster', 'correction']),
  /** Where an agent gave a ticket another category: the ticket, its category, and the intents that tickets of it are about. */
  ticket: z.object({ id, number: count }).nullable(),
  category: category.nullable(),
  candidates: z.array(intent),
  state: z.enum(utteranceStates),
  proposedBy: person.nullable(),
  proposedAt: moment,
  decidedBy: person.nullable(),
  decidedAt: moment.nullable(),
});
export type ProposedUtterance = z.infer<typeof proposedUtterance>;

export const assistantLearningEndpoints = {
  listClusters: endpoint({
    method: 'GET',
    path: '/api/assistant/clusters',
    access: read,
    summary:
      'What the assistant could not answer well in the last 90 days, by matter and across languages: at most 200, the most frequent first.',
    query: z.object({ locale, state: z.enum(clusterStates).default('open') }),
    response: z.object({
      items: z.array(questionCluster),
      counts: z.record(z.enum(clusterStates), count),
      /** When questions were gathered last. */
      gatheredAt: moment.nullable(),
      /** What came of asking an embeddings model then; null where none is set up. Where it did not answer, questions were put together without. */
      embeddings: modelOutcome.nullable(),
    }),
  }),
  readCluster: endpoint({
    method: 'GET',
    path: '/api/assistant/clusters/:id',
    access: read,
    summary: 'A cluster with its last 50 questions, and the passages of articles that come nearest to it.',
    params: byId,
    query: z.object({ locale }),
    response: questionCluster.extend({
      items: z.array(clusterQuestion),
      nearest: z.array(z.object({ articleId: id, title: z.string(), heading: z.string().nullable() })),
    }),
    errors: ['request.not_found'],
  }),
  gatherQuestions: endpoint({
    method: 'POST',
    path: '/api/assistant/clusters/gather',
    access: manage,
    summary: 'Gather now what was not answered well since the last time; it happens every night by itself.',
    response: z.object({ added: count }),
  }),
  setClusterState: endpoint({
    method: 'PUT',
    path: '/api/assistant/clusters/:id/state',
    access: manage,
    summary: 'Say how far the work on a cluster is.',
    params: byId,
    body: z.object({ state: z.enum(clusterStates) }),
    response: nothing,
    errors: ['request.not_found'],
  }),
  draftForCluster: endpoint({
    method: 'POST',
    path: '/api/assistant/clusters/:id/article',
    access: { permission: 'knowledge.write' },
    summary:
      'Begin an article for a cluster, as a draft: with its questions and the nearest passages as an outline. Readers see nothing of it before it is published.',
    params: byId,
    body: z.object({ locale }),
    response: z.object({ articleId: id }),
    errors: ['request.not_found', 'article.category_not_found', 'learning.article_begun'],
  }),
  proposeUtterances: endpoint({
    method: 'POST',
    path: '/api/assistant/clusters/:id/utterances',
    access: read,
    summary:
      'Propose questions of a cluster as utterances of an intent. Those that can teach nothing are left out, each with why.',
    params: byId,
    body: z.object({ questionIds: z.array(id).min(1).max(50), intent }),
    response: z.object({
      proposed: count,
      leftOut: z.array(z.object({ questionId: id, flaw: z.enum(utteranceFlaws) })),
    }),
    errors: ['request.not_found'],
  }),
  correctIntent: endpoint({
    method: 'POST',
    path: '/api/conversations/:id/assistant/:seq/intent',
    access: { permission: 'conversations.reply' },
    summary:
      'Say what a customer really wanted at a turn of the assistant: what they wrote is proposed as an utterance, without what names somebody.',
    params: byId.extend({ seq: z.coerce.number().int().min(1) }),
    body: z.object({ intent }),
    response: nothing,
    errors: [
      'conversation.not_found',
      'request.not_found',
      'learning.utterance_known',
      'learning.utterance_held_out',
      'learning.utterance_length',
    ],
  }),
  listUtterances: endpoint({
    method: 'GET',
    path: '/api/assistant/utterances',
    access: read,
    summary: 'Utterances that were proposed, accepted or rejected: the last 200, the last first.',
    query: z.object({ state: z.enum(utteranceStates).default('proposed') }),
    response: z.object({
      items: z.array(proposedUtterance),
      counts: z.record(z.enum(utteranceStates), count),
    }),
  }),
  decideUtterance: endpoint({
    method: 'PUT',
    path: '/api/assistant/utterances/:id',
    access: manage,
    summary:
      'Accept an utterance for the next training, reject it, or put it back; with another intent if it means that.',
    params: byId,
    body: z.object({ state: z.enum(utteranceStates), intent }),
    response: proposedUtterance,
    errors: ['request.not_found', 'learning.utterance_known', 'learning.utterance_held_out'],
  }),
};

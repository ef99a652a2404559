import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { byId, moment } from './shapes.ts';

/** How much of a text one post holds; longer ones go out as several. */
export const postLength = z.object({
  maximum: z.number().int(),
  /** Counted by weight, as X does (see weighted-length.ts); otherwise by UTF-16 units. */
  weighted: z.boolean(),
});
export type PostLength = z.infer<typeof postLength>;

const platformPlace = z.object({
  /** Everybody reads the answer, such as one under a post. */
  isPublic: z.boolean(),
  /** `possible`: it can go on in private from here. `begun`: it began in public, and goes on in private. Null: neither. */
  privately: z.enum(['possible', 'begun']).nullable(),
  /** A line, in the customer's language, that invites to go on in private; null where there is no place for it. */
  invitation: z.string().nullable(),
  /** When the customer last wrote there. */
  writtenAt: moment,
  /** Until when the platform takes answers; null: always. */
  answerUntil: moment.nullable(),
  /** Null: more than a message of ours holds. */
  length: postLength.nullable(),
  /** Until when it still takes what people write; null: no longer than anything. */
  lateUntil: moment.nullable(),
  /** It may be handed back to the assistant. */
  assistant: z.boolean(),
});
export type PlatformPlace = z.infer<typeof platformPlace>;

export const platformPlaceEndpoints = {
  platformPlace: endpoint({
    method: 'GET',
    path: '/api/conversations/:id/platform-place',
    access: { permission: 'conversations.reply' },
    summary:
      'What a reply on a platform such as Facebook is going to meet: who reads it, and until when it is taken. Null for conversations on other channels.',
    params: byId,
    response: z.object({ place: platformPlace.nullable() }),
    errors: ['conversation.not_found'],
  }),
  goPrivate: endpoint({
    method: 'PUT',
    path: '/api/conversations/:id/platform-place/private',
    access: { permission: 'conversations.reply' },
    summary:
      'Have answers of a conversation that everybody reads go to the customer alone, in the platform’s private messages, or back. What the customer writes in either place belongs to it.',
    params: byId,
    body: z.object({ private: z.boolean() }),
    response: z.object({ place: platformPlace.nullable() }),
    errors: ['conversation.not_found', 'conversation.no_private_place'],
  }),
};

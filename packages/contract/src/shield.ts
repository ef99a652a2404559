import { z } from 'zod';
import { channels } from './channels.ts';
import { endpoint, nothing } from './endpoint.ts';
import { id, locale, moment, person } from './shapes.ts';

/** What the shield takes out of customers' words. Texts stand under `removed.<kind>`. */
export const removedKinds = [
  'seed_phrase',
  'private_key',
  'extended_key',
  'keystore',
  'pem_key',
  'api_secret',
  'password',
  'one_time_code',
  'card_number',
] as const;
export type RemovedKind = (typeof removedKinds)[number];

/**
 * What may be kept sealed where an administrator wishes so. Nothing else ever is: see docs/decisions/0029. What opens a wallet opens it for ever, a password opens
 * other accounts of its owner too, and a one-time code is worth nothing once it is read.
 */
export const sealableKinds = ['api_secret', 'card_number'] as const satisfies readonly RemovedKind[];
export type SealableKind = (typeof sealableKinds)[number];

/** Days for which a sealed original is kept at most, and openings that an agent may be allowed a day. */
export const longestSealed = 90;
export const mostOpeningsADay = 50;

/** What is kept of what the shield removed, and for how long. */
export const shieldSettings = z.object({
  /** Nothing is kept of the others. */
  sealedKinds: z.array(z.enum(sealableKinds)).max(sealableKinds.length),
  keepDays: z.number().int().min(1).max(longestSealed),
  /** By each agent who may open at all. */
  openingsADay: z.number().int().min(1).max(mostOpeningsADay),
});
export type ShieldSettings = z.infer<typeof shieldSettings>;

/** What holds until an administrator says otherwise: nothing is kept. */
export const usualShieldSettings: ShieldSettings = { sealedKinds: [], keepDays: 7, openingsADay: 5 };

const keptSettings = shieldSettings.extend({
  changed: z.object({ by: person, at: moment }).nullable(),
});

/** Something that was removed from a message. */
export const removal = z.object({
  id,
  kind: z.enum(removedKinds),
  /** Which mark of the text it is, from 0; null for what stood beside it, as in the subject of a letter. */
  place: z.number().int().nullable(),
  /** `certain`: it proves itself; `likely`: the words around it say so. Null where that is not known. */
  certainty: z.enum(['certain', 'likely']).nullable(),
  removedAt: moment,
  /** An agent said that it was none. */
  reported: z.object({ by: person, at: moment }).nullable(),
  /** Until when its original is kept sealed; null where none is. */
  sealedUntil: moment.nullable(),
});
export type Removal = z.infer<typeof removal>;

/** Why a sealed original may be opened. */
export const sealReasons = ['card_dispute', 'find_api_key', 'false_alarm', 'law_enforcement'] as const;
export type SealReason = (typeof sealReasons)[number];
/** The fewest characters by which an agent says why. */
export const minimumSealNote = 10;

export const sealOpening = z.object({
  id,
  conversationId: id,
  kind: z.enum(removedKinds),
  by: person,
  reason: z.enum(sealReasons),
  note: z.string(),
  openedAt: moment,
});
export type SealOpening = z.infer<typeof sealOpening>;

/** How often something was removed on the server, and held back by browsers, in a week that begins on a Monday (UTC). */
const removedCount = z.object({
  week: z.iso.date(),
  kind: z.enum(removedKinds),
  channel: z.enum(channels),
  locale,
  count: z.number().int(),
  /** Of these: what agents said was none. */
  falseAlarms: z.number().int(),
  /** How often browsers say that they held it back: they are not asked for proof. What is sent all the same counts in both. */
  heldBack: z.number().int(),
});
export type RemovedCount = z.infer<typeof removedCount>;

const removalOf = z.object({ id, removalId: id });

/** What the shield removed, what is kept of it, and who opened that. */
export const shieldEndpoints = {
  ofMessage: endpoint({
    method: 'GET',
    path: '/api/conversations/:id/messages/:messageId/removals',
    access: { permission: 'conversations.read' },
    summary: 'What the shield removed from a customer’s message, in the order of its marks.',
    params: z.object({ id, messageId: id }),
    response: z.object({ items: z.array(removal) }),
    errors: ['conversation.not_found'],
  }),
  reportFalse: endpoint({
    method: 'POST',
    path: '/api/conversations/:id/removals/:removalId/false-alarm',
    access: { permission: 'conversations.reply' },
    summary:
      'Say that what was removed was no secret, or take that back. Nothing is put back into the message.',
    params: removalOf,
    body: z.object({ was: z.boolean() }),
    response: removal,
    errors: ['conversation.not_found', 'shield.not_found'],
  }),
  open: endpoint({
    method: 'POST',
    path: '/api/conversations/:id/removals/:removalId/openings',
    access: { permission: 'shield.open_sealed' },
    summary:
      'Open the sealed original, for a stated reason: it is answered this once, administrators are told, and each agent may do so a few times a day.',
    params: removalOf,
    body: z.object({
      reason: z.enum(sealReasons),
      note: z.string().trim().min(minimumSealNote).max(500),
    }),
    response: z.object({
      text: z.string(),
      /** Openings that are left to this agent within a day. */
      left: z.number().int(),
    }),
    errors: ['conversation.not_found', 'shield.not_found', 'shield.openings_used_up'],
  }),
  settings: endpoint({
    method: 'GET',
    path: '/api/shield/settings',
    access: { permission: 'shield.manage' },
    summary: 'What is kept sealed of what the shield removes, and for how long.',
    response: keptSettings,
  }),
  saveSettings: endpoint({
    method: 'PUT',
    path: '/api/shield/settings',
    access: { permission: 'shield.manage' },
    summary:
      'Change that. Of kinds that are switched off, what is kept already is erased; what is kept never stays longer than it was to.',
    body: shieldSettings,
    response: keptSettings,
  }),
  counts: endpoint({
    method: 'GET',
    path: '/api/shield/counts',
    access: { permission: 'shield.manage' },
    summary:
      'What was removed on the server and held back by browsers, by week, kind, channel and language: the last weeks.',
    query: z.object({ weeks: z.coerce.number().int().min(1).max(52).default(12) }),
    response: z.object({ items: z.array(removedCount) }),
  }),
  heldBack: endpoint({
    method: 'POST',
    path: '/api/shield/held-back',
    access: 'public',
    summary:
      'Count that a browser held secrets back: their kinds, the channel and the language, and nothing else. A few times an hour for each address.',
    body: z.object({
      kinds: z.array(z.enum(removedKinds)).min(1).max(removedKinds.length),
      channel: z.enum(['chat', 'portal']),
      locale,
    }),
    response: nothing,
    errors: ['request.rate_limited'],
  }),
  openings: endpoint({
    method: 'GET',
    path: '/api/shield/openings',
    access: { permission: 'shield.manage' },
    summary: 'Who opened sealed originals, the latest first: the last hundred.',
    response: z.object({ items: z.array(sealOpening) }),
  }),
};

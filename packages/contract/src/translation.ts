import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { byId, id, locale, maximumMessageLength, moment } from './shapes.ts';

/** Who translates. `openai_compatible`: whatever speaks OpenAI's chat completions, a server of one's own too. */
export const translationProviders = ['none', 'libretranslate', 'deepl', 'openai_compatible'] as const;
export const translationProvider = z.enum(translationProviders);
export type TranslationProviderName = z.infer<typeof translationProvider>;

/** What came of asking for a translation. Only with `translated` there is one. */
export const translationOutcomes = [
  'translated',
  /** It is in that language already. */
  'same_language',
  /** No letter in it that could be translated. */
  'nothing_to_translate',
  'not_set_up',
  'language_not_offered',
  /** Not asked, for the day's characters are used up. */
  'over_budget',
  /** Not asked, for the provider has failed several times in a row. */
  'paused',
  'timed_out',
  'rate_limited',
  /** The provider's own quota is used up. */
  'quota_used_up',
  /** The provider does not accept the key. */
  'denied',
  'unreachable',
  /** The address leads to a network that may not be asked. */
  'refused_address',
  /** It broke off, or answered what is no answer. */
  'failed',
] as const;
export const translationOutcome = z.enum(translationOutcomes);
export type TranslationOutcome = z.infer<typeof translationOutcome>;

/** What speaks against a translation. */
export const translationReasons = [
  'part_missing',
  'part_doubled',
  'marks_broken',
  'numbers_differ',
  'wrong_language',
  'not_translated',
  'empty',
  'too_short',
  'too_long',
  'negation_lost',
  'term_missing',
  'back_differs',
] as const;
export const translationReason = z.enum(translationReasons);
export type TranslationReason = z.infer<typeof translationReason>;

/** A translation with a lower score (0 to 1) is not to be relied on before somebody has looked. */
export const unsureBelow = 0.7;

/** An answer to choose from: as its agent wrote it, and as the customer reads and chooses it. */
const translatedReply = z.object({ said: z.string(), text: z.string() });

const verdict = z.object({ score: z.number().min(0).max(1), reasons: z.array(translationReason) });

/** The other text of a message: what a customer wrote in another language, or what an agent wrote before it was translated. */
export const messageTranslation = verdict.extend({
  conversationId: id,
  messageId: id,
  /** `in`: `text` is the translation of what the customer wrote. `out`: `text` is what the agent wrote, and the message is its translation. */
  direction: z.enum(['in', 'out']),
  /** Of `text`. */
  locale,
  /** Of the message. */
  messageLocale: locale,
  text: z.string(),
  /** Of the answers to choose from that a reply offers; empty where it offers none. */
  replies: z.array(translatedReply),
  /** The agent has changed the translation before it was sent. */
  edited: z.boolean(),
  provider: translationProvider,
  at: moment,
});
export type MessageTranslation = z.infer<typeof messageTranslation>;

/** A reply as it would go out. */
export const translationDraft = verdict.extend({
  id,
  from: locale,
  to: locale,
  text: z.string(),
  /** The answers to choose from, in the order in which they were given; those that got too long are to be shortened before they are sent. */
  replies: z.array(translatedReply),
  /** What its reader is told along with it, where that is the policy: a field of the message, and a line below it where nothing but text goes. */
  mark: z.string().nullable(),
});
export type TranslationDraft = z.infer<typeof translationDraft>;

/** With a reply that is the translation of something: which, and that its score was seen. */
export const usedTranslation = z.object({ id, confirmed: z.boolean().default(false) });
export type UsedTranslation = z.infer<typeof usedTranslation>;

export const translationSettings = z.object({
  provider: translationProvider,
  /** Where its API begins, such as `https://api-free.deepl.com`; empty for none. */
  url: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]),
  /** For `openai_compatible`. */
  model: z.string().trim().max(200),
  seconds: z.number().int().min(2).max(30),
  /** Characters in a day (UTC) that are given to it. */
  charactersPerDay: z.number().int().min(1000).max(1_000_000_000),
  /** Languages that are translated from and to. */
  languages: z.array(locale).max(15),
  /** What customers write is translated as an agent who does not read it opens the thread. */
  atOnce: z.boolean(),
  /** Replies say at their end that they are translations. */
  tellCustomers: z.boolean(),
  /** Each is translated back as well and compared: costs as much again. */
  backCheck: z.boolean(),
});
export type TranslationSettings = z.infer<typeof translationSettings>;

/** A key that is left out stays, unless provider or address lead elsewhere; null removes it. */
const settingsBody = translationSettings.extend({ key: z.string().trim().min(1).max(1000).nullish() });
const settingsView = translationSettings.extend({
  keyKept: z.boolean(),
  /** Characters given to the provider since the day began, and how often it was asked. */
  charactersToday: z.number().int(),
  callsToday: z.number().int(),
});
export type TranslationSettingsView = z.infer<typeof settingsView>;

const term = z.string().trim().min(1).max(100);
export const glossaryConcept = z.object({
  id: z.string().regex(/^[a-z0-9_]{1,60}$/),
  /** By language; the first of each is how it is to be said. */
  terms: z.partialRecord(locale, z.array(term).max(20)),
});
export type GlossaryConcept = z.infer<typeof glossaryConcept>;

const glossaryBody = z.object({
  concepts: z.array(glossaryConcept).max(1000),
  /** Names that stay as they are in every language. */
  keep: z.array(term).max(1000),
});
export const translationGlossary = glossaryBody.extend({
  /** 0 is what came along. */
  version: z.number().int(),
  changed: z.object({ by: z.string(), at: moment }).nullable(),
});
export type TranslationGlossary = z.infer<typeof translationGlossary>;

export const translationEndpoints = {
  ofConversation: endpoint({
    method: 'GET',
    path: '/api/conversations/:id/translations',
    access: { permission: 'conversations.read' },
    summary:
      'The translations of a conversation’s messages, and whether more can be asked for. They go with the messages by `messageId`.',
    params: byId,
    response: z.object({
      items: z.array(messageTranslation),
      /** Whether a provider is set up. */
      ready: z.boolean(),
      atOnce: z.boolean(),
      languages: z.array(locale),
    }),
    errors: ['conversation.not_found'],
  }),
  translateMessage: endpoint({
    method: 'POST',
    path: '/api/conversations/:id/messages/:messageId/translation',
    access: { permission: 'conversations.reply' },
    summary:
      'Translate what a customer wrote, for agents. Kept with the message; asked again it is the same. With another outcome than `translated` there is none, and nothing has changed.',
    params: z.object({ id, messageId: id }),
    body: z.object({ to: locale }),
    response: z.object({ outcome: translationOutcome, translation: messageTranslation.nullable() }),
    errors: ['conversation.not_found', 'conversation.message_not_found'],
  }),
  draft: endpoint({
    method: 'POST',
    path: '/api/conversations/:id/translations',
    access: { permission: 'conversations.reply' },
    summary:
      'Translate a reply into the customer’s language before it is sent. To send it, post it as a message with the draft’s id as `translation`.',
    params: byId,
    body: z.object({
      text: z.string().trim().min(1).max(maximumMessageLength),
      from: locale,
      /** Answers to choose from that go along: translated as the reply is. */
      replies: z.array(z.string().trim().min(1).max(200)).max(10).default([]),
    }),
    response: z.object({ outcome: translationOutcome, draft: translationDraft.nullable() }),
    errors: [
      'conversation.not_found',
      'conversation.message_holds_secret',
      'conversation.message_asks_for_secret',
    ],
  }),
  checkDraft: endpoint({
    method: 'POST',
    path: '/api/conversations/:id/translations/:draftId/check',
    access: { permission: 'conversations.reply' },
    summary: 'How far a translated reply can be trusted after the agent has changed it. Asks no provider.',
    params: z.object({ id, draftId: id }),
    body: z.object({ text: z.string().max(maximumMessageLength) }),
    response: verdict,
    errors: ['conversation.not_found', 'translation.draft_gone'],
  }),
  settings: endpoint({
    method: 'GET',
    path: '/api/translation/settings',
    access: { permission: 'assistant.manage' },
    summary: 'Who translates, and by which rules. The key is never answered.',
    response: settingsView,
  }),
  saveSettings: endpoint({
    method: 'PUT',
    path: '/api/translation/settings',
    access: { permission: 'assistant.manage' },
    summary:
      'Set who translates, on every node. A key that is left out stays, unless provider or address lead elsewhere.',
    body: settingsBody,
    response: settingsView,
  }),
  trySettings: endpoint({
    method: 'POST',
    path: '/api/translation/try',
    access: { permission: 'assistant.manage' },
    summary:
      'Have a short text translated by the provider in the body, and say what came of it. Saves nothing.',
    body: z.object({
      settings: settingsBody,
      text: z.string().trim().min(1).max(500),
      from: locale,
      to: locale,
    }),
    response: z.object({
      outcome: translationOutcome,
      text: z.string().nullable(),
      score: z.number().nullable(),
      reasons: z.array(translationReason),
      milliseconds: z.number(),
    }),
  }),
  glossary: endpoint({
    method: 'GET',
    path: '/api/translation/glossary',
    access: { permission: 'assistant.read' },
    summary: 'The words of the exchange in each language, and the names that stay as they are.',
    response: translationGlossary,
  }),
  saveGlossary: endpoint({
    method: 'PUT',
    path: '/api/translation/glossary',
    access: { permission: 'assistant.manage' },
    summary:
      'Keep a new version of the glossary: in force from the next translation on. Refused where somebody else has kept one after `basedOn`.',
    body: glossaryBody.extend({ basedOn: z.number().int().min(0) }),
    response: translationGlossary,
    errors: ['translation.glossary_changed'],
  }),
  glossaryVersions: endpoint({
    method: 'GET',
    path: '/api/translation/glossary/versions',
    access: { permission: 'assistant.read' },
    summary: 'The last 100 versions of the glossary, the newest first.',
    response: z.object({
      items: z.array(z.object({ version: z.number().int(), by: z.string(), at: moment })),
    }),
  }),
  glossaryVersion: endpoint({
    method: 'GET',
    path: '/api/translation/glossary/versions/:version',
    access: { permission: 'assistant.read' },
    summary: 'The glossary as it was in a version; 0 is what came along.',
    params: z.object({ version: z.coerce.number().int().min(0) }),
    response: translationGlossary,
    errors: ['request.not_found'],
  }),
};

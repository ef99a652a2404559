import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { flowIds } from './exchange-flows.ts';
import { locale } from './shapes.ts';

/** Where a text is said: by the assistant itself, in a flow, or in several of them. */
export const textGroups = ['assistant', ...flowIds, 'shared'] as const;
export const textGroup = z.enum(textGroups);
export type TextGroup = z.infer<typeof textGroup>;

/** Characters of a text of one's own. */
export const maximumTextLength = 2000;
/** Texts that are changed at once. */
const maximumChanges = 200;

/** A text that customers are told, as it is shipped and as it is said here. */
export const assistantText = z.object({
  /** Such as `exchange.deposit.confirming`; for engineers. */
  key: z.string(),
  group: textGroup,
  shipped: z.string(),
  /** The shipped text in English: what it says, and what may be counted. */
  english: z.string(),
  /** What may be filled in, with what it may look like. */
  samples: z.record(z.string(), z.union([z.string(), z.number()])),
  /** What is said instead; null where it is the shipped text. */
  own: z
    .object({
      text: z.string(),
      /** The shipped text that it once replaced, where that is another one by now. */
      replaced: z.string().nullable(),
      /** It does not fit the shipped text any more: that is said until it is put right. */
      unfit: z.boolean(),
    })
    .nullable(),
});
export type AssistantText = z.infer<typeof assistantText>;

const listed = z.object({
  items: z.array(assistantText),
  /** How many texts are one's own, by language. */
  own: z.partialRecord(locale, z.number().int()),
});

export const assistantTextEndpoints = {
  texts: endpoint({
    method: 'GET',
    path: '/api/assistant/texts',
    access: { permission: 'assistant.read' },
    summary:
      'All texts that the assistant and its flows say in a language: as shipped, and as replaced here.',
    query: z.object({ locale }),
    response: listed,
  }),
  changeTexts: endpoint({
    method: 'PUT',
    path: '/api/assistant/texts',
    access: { permission: 'assistant.manage' },
    summary:
      'Replace texts of the assistant and its flows in a language, or say the shipped ones again (null): in force from the next answer on, on every node, as a version of the settings. A text must name what the shipped one names, and have every plural of the language.',
    body: z.object({
      locale,
      changes: z
        .array(
          z.object({
            key: z.string().max(200),
            text: z.string().trim().min(1).max(maximumTextLength).nullable(),
          }),
        )
        .min(1)
        .max(maximumChanges),
    }),
    response: listed,
    errors: [
      'request.not_found',
      'assistant.settings_moved_on',
      'assistant.text_broken',
      'assistant.text_lacks',
      'assistant.text_unknown',
      'assistant.text_lacks_plural',
    ],
  }),
};

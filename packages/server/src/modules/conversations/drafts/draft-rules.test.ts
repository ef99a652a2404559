import type { DraftContent } from '@fairlead/contract';
import { maximumAttachments, maximumDraftLength, maximumQuickReplies } from '@fairlead/contract';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { combineDrafts } from './draft-rules.ts';

const content = (with_: Partial<DraftContent> = {}): DraftContent => ({
  text: '',
  mentions: [],
  quickReplies: [],
  macros: [],
  letter: null,
  seenSeq: null,
  ...with_,
});
const words = (with_: Partial<DraftContent> = {}, attachmentIds: string[] = []) => ({
  content: content(with_),
  attachmentIds,
});

it('is the colleague’s alone where nothing was written', () => {
  const theirs = words({ text: 'Dear Linh' }, ['f1']);
  expect(combineDrafts(theirs, undefined)).toBe(theirs);
});

it.each<[string, Partial<DraftContent>, Partial<DraftContent>, Partial<DraftContent>]>([
  ['texts, theirs first', { text: 'a' }, { text: 'b' }, { text: 'a\nb' }],
  ['an empty text adds no line', { text: 'a' }, {}, { text: 'a' }],
  [
    'begun when the earlier was',
    { text: 'a', seenSeq: 7 },
    { text: 'b', seenSeq: 4 },
    { text: 'a\nb', seenSeq: 4 },
  ],
  ['begun when the only one was', { text: 'a', seenSeq: 7 }, {}, { text: 'a', seenSeq: 7 }],
  [
    'one’s own copies',
    { letter: { cc: ['a@example.com'], bcc: [], subject: null } },
    { letter: { cc: ['b@example.com'], bcc: [], subject: null } },
    { letter: { cc: ['b@example.com'], bcc: [], subject: null } },
  ],
  [
    'answers once each',
    { quickReplies: ['Yes', 'No'] },
    { quickReplies: ['No', 'Later'] },
    { quickReplies: ['Yes', 'No', 'Later'] },
  ],
  [
    'a macro once, as the agent has it',
    { macros: [{ id: 'm', actions: [] }] },
    { macros: [{ id: 'm', actions: [] }] },
    { macros: [{ id: 'm', actions: [] }] },
  ],
])('puts together %s', (_, theirs, own, expected) => {
  expect(combineDrafts(words(theirs), words(own)).content).toEqual(content(expected));
});

it('refuses what would not fit instead of cutting it', () => {
  const long = 'x'.repeat(maximumDraftLength);
  expect(() => combineDrafts(words({ text: long }), words({ text: 'y' }))).toThrow(
    'conversation.message_too_long',
  );
  const files = Array.from({ length: maximumAttachments }, (_, index) => `f${index}`);
  expect(() => combineDrafts(words({}, files), words({}, ['other']))).toThrow('file.too_many');
  expect(combineDrafts(words({}, files), words({}, files)).attachmentIds).toEqual(files);
});

it('loses no word of either, whatever they say', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.string(),
      fc.array(fc.string(), { maxLength: maximumQuickReplies }),
      (a, b, answers) => {
        const { text, quickReplies } = combineDrafts(
          words({ text: a }),
          words({ text: b, quickReplies: answers }),
        ).content;
        expect(text.startsWith(a) && text.endsWith(b)).toBe(true);
        expect(new Set(quickReplies)).toEqual(new Set(answers));
      },
    ),
  );
});

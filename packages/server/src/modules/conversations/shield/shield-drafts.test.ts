import { expect, test } from 'vitest';
import type { MessageDraft } from '../conversation.ts';
import { shieldDrafts } from './shield-drafts.ts';
import { shieldLetter } from './shield-letter.ts';

const phrase = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
const wrote = (text: string, more: Partial<MessageDraft> = {}): MessageDraft => ({
  kind: 'text',
  author: { type: 'customer', id: null, name: null },
  text,
  ...more,
});
const inChat = { locale: 'en' as const, pushed: () => false, past: false };
const said = (drafts: readonly MessageDraft[]) => drafts.map((it) => it.system?.key ?? it.text);

test.each<[string, MessageDraft, string[]]>([
  ['nothing', wrote('Where is my deposit?'), ['Where is my deposit?']],
  ['a phrase', wrote(`it is ${phrase}!`), ['it is [[removed:seed_phrase]]!', 'secret_removed_wallet']],
  [
    'two kinds',
    wrote(`password: Hunter22! and ${phrase}`),
    [
      'password: [[removed:password]] and [[removed:seed_phrase]]',
      'secret_removed_wallet',
      'secret_removed_account',
    ],
  ],
  ['a card', wrote('4111 1111 1111 1111'), ['[[removed:card_number]] …1111', 'secret_removed_card']],
  ['a document', wrote('960121-1021413'), ['960121-1021413']],
  ['what its writer says is none', wrote('password: Hunter22!', { anyway: true }), ['password: Hunter22!']],
  [
    'what proves itself, whatever is said',
    wrote(phrase, { anyway: true }),
    ['[[removed:seed_phrase]]', 'secret_removed_wallet'],
  ],
  [
    'what stood beside it',
    wrote('see above', { removed: ['password'] }),
    ['see above', 'secret_removed_account'],
  ],
  ['words of an agent', { ...wrote(phrase), author: { type: 'agent', id: null, name: null } }, [phrase]],
])('%s', (_, draft, expected) => {
  expect(said(shieldDrafts([draft], inChat).drafts)).toEqual(expected);
});

test('a channel that is pushed to gets the warning as a message, in the customer’s language', () => {
  const card = '4111 1111 1111 1111';
  const { drafts } = shieldDrafts([wrote(card)], { ...inChat, locale: 'de', pushed: () => true });
  expect(drafts[1]).toMatchObject({ kind: 'text', author: { type: 'bot' }, delivery: { state: 'queued' } });
  expect(drafts[1]?.text).toContain('Kartennummer');
});

test('there, what exposes a wallet or an account is told of with all that is to be done, and not twice', () => {
  const { drafts, removed } = shieldDrafts([wrote(phrase)], { ...inChat, pushed: () => true });
  expect(said(drafts)).toEqual(['[[removed:seed_phrase]]']);
  expect(removed).toEqual([
    { draft: 0, place: 0, kind: 'seed_phrase', certainty: 'certain', original: phrase },
  ]);
});

test('what was removed is known by its message and its mark', () => {
  const drafts = [
    wrote('hello'),
    wrote('password: Hunter22! card 4111 1111 1111 1111', { removed: ['api_secret'] }),
  ];
  expect(shieldDrafts(drafts, inChat).removed).toEqual([
    { draft: 1, place: 0, kind: 'password', certainty: 'likely', original: 'Hunter22!' },
    { draft: 1, place: 1, kind: 'card_number', certainty: 'certain', original: '4111 1111 1111 1111' },
    { draft: 1, place: null, kind: 'api_secret', certainty: null, original: null },
  ]);
});

test('what was said long ago is shielded and not answered', () => {
  expect(said(shieldDrafts([wrote(phrase)], { ...inChat, past: true }).drafts)).toEqual([
    '[[removed:seed_phrase]]',
  ]);
});

test('a letter keeps no secret in its subject, its history, or between tags', () => {
  const letter = {
    headerId: 'a@example.com',
    kind: 'letter' as const,
    subject: 'password: Hunter22!',
    html: `<p>${phrase.split(' ').join('</b> <b>')}</p>`,
    body: { text: phrase, history: `> ${phrase}`, signature: 'Ana' },
  };
  const inbound = { text: phrase, letter } as unknown as Parameters<typeof shieldLetter>[0];
  const shielded = shieldLetter(inbound, 'en');
  expect(shielded.removed).toEqual(['password']);
  expect(shielded.inbound.letter).toMatchObject({
    subject: 'password: [password removed]',
    html: null,
    body: { text: '[seed phrase removed]', history: '> [seed phrase removed]', signature: 'Ana' },
  });
});

import { readdirSync } from 'node:fs';
import { readUtterances } from '@fairlead/understanding';
import { expect, it } from 'vitest';
import { type Conversation, conversationLanguages, readConversations } from './read-conversations.ts';

const folder = new URL('assistant-conversations/', import.meta.url);
const articles = new URL('../articles/', import.meta.url);

const all: Conversation[] = conversationLanguages.flatMap(readConversations);

it('every file of conversations is a language that is read', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  expect(files.sort()).toEqual(conversationLanguages.map((language) => `${language}.json`));
});

it.each(conversationLanguages)(
  '%s: ids are its own and in order, and every kind of ending occurs',
  (language) => {
    const conversations = readConversations(language);
    expect(conversations.map(({ id }) => id)).toEqual(
      conversations.map((_, at) => `${language}-${String(at + 1).padStart(3, '0')}`),
    );
    expect(conversations.length).toBeGreaterThanOrEqual(60);
    const endings = conversations.flatMap((it) => Object.keys(it.expect));
    expect([...new Set(endings)].sort()).toEqual(['abstain', 'answer', 'flow', 'handover']);
  },
);

it('what is expected exists: every article has its folder', () => {
  const slugs = readdirSync(articles, { withFileTypes: true })
    .filter((it) => it.isDirectory())
    .flatMap((it) => readdirSync(new URL(`${it.name}/`, articles)));
  const expected = all.flatMap((it) => ('answer' in it.expect ? (it.expect.answer ?? []) : []));
  expect(expected.filter((slug) => !slugs.includes(slug))).toEqual([]);
});

it('nothing out of scope is to be answered, and nothing in scope is to be left', () => {
  const odd = all.filter((it) => 'abstain' in it.expect !== (it.intent === 'out_of_scope'));
  expect(odd.map(({ id }) => id)).toEqual([]);
});

it('no conversation is told twice, and none has a line that was learned from', () => {
  const learned = new Set(readUtterances().map(({ text }) => text.trim().toLowerCase()));
  const whole = all.map(({ turns }) => turns.join('\n').toLowerCase());
  expect(whole.filter((text, at) => whole.indexOf(text) !== at)).toEqual([]);
  expect(all.flatMap(({ turns }) => turns).filter((turn) => learned.has(turn.toLowerCase()))).toEqual([]);
});

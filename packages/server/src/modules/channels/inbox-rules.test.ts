import { describe, expect, test } from 'vitest';
import { fail } from '../../platform/fail.ts';
import { assistantBegins, teamForTopic, teamsOfInbox, tidyOrigins } from './inbox-rules.ts';

const inbox = {
  defaultTeamId: 'general',
  topicTeams: { futures: 'futures desk', api: 'general', other: undefined },
};

test.each([
  { topic: 'futures', team: 'futures desk' },
  { topic: 'trading', team: 'general' },
  { topic: 'other', team: 'general' },
  { topic: null, team: 'general' },
  { topic: 'constructor-less', team: 'general' },
])('$topic goes to $team', ({ topic, team }) => {
  expect(teamForTopic(inbox, topic)).toBe(team);
});

test('an inbox leads to each of its teams once', () => {
  expect(teamsOfInbox(inbox)).toEqual(['general', 'futures desk']);
});

test.each([
  ['chat', true, false, true],
  ['chat', false, false, false],
  ['telegram', true, false, true],
  ['wechat', true, false, true],
  ['facebook', true, false, true],
  ['facebook', true, true, false],
  ['x', true, true, false],
  ['x', false, false, false],
  ['email', true, false, false],
  ['portal', true, false, false],
] as const)(
  'in %s, switched on %s, in public %s: the assistant begins %s',
  (channel, assistant, inPublic, begins) => {
    expect(assistantBegins({ channel, assistant }, inPublic)).toBe(begins);
  },
);

describe('origins', () => {
  test.each([
    { given: ['https://www.example.com/trade?x=1#y'], kept: ['https://www.example.com'] },
    { given: ['https://Example.COM:443', 'https://example.com/'], kept: ['https://example.com'] },
    { given: ['http://localhost:3000/'], kept: ['http://localhost:3000'] },
    { given: ['https://bücher.example/'], kept: ['https://xn--bcher-kva.example'] },
    { given: [], kept: [] },
  ])('$given become $kept', ({ given, kept }) => {
    expect(tidyOrigins(given)).toEqual(kept);
  });

  test.each(['javascript:alert(1)', 'mailto:a@b.example', 'file:///etc', 'data:text/html,x', 'no address'])(
    '%s is refused',
    (address) => {
      expect(() => tidyOrigins([address])).toThrow(fail('request.invalid', { field: 'allowedOrigins' }));
    },
  );
});

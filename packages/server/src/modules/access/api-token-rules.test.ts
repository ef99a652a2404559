import { apiTokenPermissions, endpoints, needsSession, type Permission } from '@fairlead/contract';
import { describe, expect, test } from 'vitest';
import {
  bearerToken,
  hasTokenForm,
  isApiToken,
  isUseOfNote,
  rightsOf,
  tokenExpiry,
} from './api-token-rules.ts';

const secret = 'A'.repeat(21) + '_-' + '9'.repeat(20);

test.each([
  [undefined, undefined],
  ['', undefined],
  ['Bearer ', undefined],
  ['Basic flt_x', undefined],
  ['Bearer flt_x', 'flt_x'],
  ['bearer flt_x', 'flt_x'],
])('the header %j bears %j', (header, token) => {
  expect(bearerToken(header)).toBe(token);
});

test.each([
  [`flt_${secret}`, true, true],
  [`flt_${secret}A`, true, false],
  [`flt_${secret.slice(1)}`, true, false],
  [`flt_${secret.slice(1)}.`, true, false],
  [`FLT_${secret}`, false, false],
  [secret, false, false],
])('%s: claims to be one %j, has the form of one %j', (token, claims, formed) => {
  expect([isApiToken(token), hasTokenForm(token)]).toEqual([claims, formed]);
});

test.each<[Permission[], Permission[], Permission[]]>([
  [['tickets.read', 'tickets.write'], ['tickets.read'], ['tickets.read']],
  [['tickets.read'], ['tickets.read', 'tickets.write'], ['tickets.read']],
  [['tickets.write'], ['tickets.read'], []],
  [['tickets.read'], [], []],
])('of %j, held %j, it permits %j', (chosen, held, rights) => {
  expect([...rightsOf(chosen, new Set(held))]).toEqual(rights);
});

test('it ends days later, and its use is noted once a minute', () => {
  const now = new Date('2026-03-01T12:00:00Z');
  expect(tokenExpiry(now, 30)).toEqual(new Date('2026-03-31T12:00:00Z'));
  const ago = (ms: number) => new Date(now.getTime() - ms);
  expect([null, ago(60_000), ago(59_999)].map((it) => isUseOfNote(it, now))).toEqual([true, true, false]);
});

describe('who is signed in alone may', () => {
  const { access, apiTokens, people, tickets, sla, files, articles, conversations } = endpoints;
  test.each([
    ...Object.values(access)
      .filter((it) => it !== access.me)
      .map((it) => [`${it.method} ${it.path}`, it] as const),
    ...Object.values(apiTokens).map((it) => [`${it.method} ${it.path}`, it] as const),
    ['change an agent', people.updateAgent] as const,
    ['change themselves', people.updateMe] as const,
    ['say that they are present', people.setPresence] as const,
  ])('%s', (_, endpoint) => {
    expect(needsSession(endpoint)).toBe(true);
  });

  test.each([
    ['see who they are', access.me],
    ['see agents', people.listAgents],
    ['make a team', people.createTeam],
    ['open a ticket', tickets.create],
    ['see alerts', sla.alerts],
    ['send a file', files.beginUpload],
    ['write an article', articles.create],
    ['answer', conversations.post],
  ])('and by a token too: %s', (_, endpoint) => {
    expect(needsSession(endpoint)).toBe(false);
  });
});

test('what the shield keeps sealed is opened by no token', () => {
  expect(apiTokenPermissions).not.toContain('shield.open_sealed');
  expect(apiTokenPermissions).toContain('tickets.write');
});

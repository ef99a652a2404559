import type { OfficialKind, OfficialPlatform } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { readEntry, readEntryLine } from './read-entry.ts';

test.each<[string, OfficialKind, OfficialPlatform | null, string | null]>([
  ['HTX.com', 'domain', null, 'htx.com'],
  ['https://www.htx.com/en', 'domain', null, 'www.htx.com'],
  ['bücher.example', 'domain', null, 'xn--bcher-kva.example'],
  ['@mail.htx.com', 'email_domain', null, 'mail.htx.com'],
  // Everybody's, or nobody's.
  ['com', 'domain', null, null],
  ['co.uk', 'domain', null, null],
  ['github.io', 'domain', null, null],
  ['203.0.113.9', 'domain', null, null],
  ['https://htx.com@evil.org', 'domain', null, null],
  ['Support@HTX.com', 'email', null, 'support@htx.com'],
  ['htx.com', 'email', null, null],
  ['+44 (0)20 7946 0958', 'phone', null, '+442079460958'],
  ['95595', 'phone', null, '95595'],
  ['020 7946 0958', 'phone', null, null],
  ['@HTX_Official', 'handle', 'telegram', 'htx_official'],
  ['https://t.me/htx_official', 'handle', null, 'htx_official'],
  ['https://t.me/htx_official', 'handle', 'x', null],
  ['htx_official', 'handle', null, null],
  ['pro.huobi', 'app', null, 'pro.huobi'],
  ['https://apps.apple.com/app/htx/id1023263342', 'app', null, 'id1023263342'],
])('%s as %s on %s is kept as %s', (written, kind, platform, value) =>
  expect(readEntry(written, { kind, platform })?.value ?? null).toBe(value),
);

test.each([
  ['htx.com', { kind: 'domain', platform: null, value: 'htx.com' }],
  ['@mail.htx.com', { kind: 'email_domain', platform: null, value: 'mail.htx.com' }],
  ['support@htx.com', { kind: 'email', platform: null, value: 'support@htx.com' }],
  ['+44 20 7946 0958', { kind: 'phone', platform: null, value: '+442079460958' }],
  ['telegram:@htx_official', { kind: 'handle', platform: 'telegram', value: 'htx_official' }],
  ['https://x.com/htx_global', { kind: 'handle', platform: 'x', value: 'htx_global' }],
  ['app:pro.huobi', { kind: 'app', platform: null, value: 'pro.huobi' }],
  ['@htx_official', null],
  ['two words', null],
  ['a.com b.com', null],
  ['https://htx.com@evil.org', null],
])('a line %s', (line, expected) => expect(readEntryLine(line)).toEqual(expected));

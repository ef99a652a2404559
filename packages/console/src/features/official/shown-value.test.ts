import type { OfficialEntry } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { isMeant, shownValue } from './shown-value.ts';

const entry: OfficialEntry = {
  id: '01920000-0000-7000-8000-000000000000',
  standing: 'official',
  kind: 'handle',
  platform: 'telegram',
  value: 'htx_official',
  subdomains: false,
  label: 'Announcements',
  note: '',
  state: 'active',
  addedBy: null,
  createdAt: '2026-11-26T10:00:00.000Z',
  updatedAt: '2026-11-26T10:00:00.000Z',
};

test.each([
  [{}, 'Telegram @htx_official'],
  [{ platform: 'whatsapp' as const, value: '442079460958' }, 'WhatsApp +442079460958'],
  [{ kind: 'email_domain' as const, platform: null, value: 'mail.htx.example' }, '@mail.htx.example'],
  [{ kind: 'domain' as const, platform: null, value: 'htx.example' }, 'htx.example'],
])('%o reads %s', (given, text) => expect(shownValue({ ...entry, ...given })).toBe(text));

test.each([
  ['', true],
  ['HTX_off', true],
  ['telegram @htx', true],
  [' announce', true],
  ['x.com', false],
])('a search for “%s” means it: %s', (search, meant) => expect(isMeant(entry, search)).toBe(meant));

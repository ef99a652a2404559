import type { EmailSettings } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { authservOf, bodyOf, missingIn, newEmail, nothingTyped } from './email-form-rules.ts';

const settings = { ...newEmail, address: 'support@example.com', fromName: 'Support', imap: null };

test('sends only what was typed of the secrets, and no empty signature', () => {
  expect(bodyOf({ ...settings, signatures: { en: 'Regards', ja: '  ' } }, nothingTyped)).toMatchObject({
    signatures: { en: 'Regards' },
    secrets: {},
  });
  const typed = {
    ...nothingTyped,
    smtpPassword: 'pass',
    refreshToken: 'r',
    tokenUrl: 'https://t',
    clientId: 'c',
  };
  expect(bodyOf(settings, typed).secrets).toEqual({
    smtpPassword: 'pass',
    oauth: { tokenUrl: 'https://t', clientId: 'c', clientSecret: '', refreshToken: 'r' },
  });
});

test.each([
  ['nothing', settings, { smtpHost: true }],
  ['no address', { ...settings, address: 'support' }, { address: true }],
  [
    'IMAP without a user',
    { ...settings, imap: { ...newEmail.imap, host: 'mail.example.com' } },
    { imapHost: false, imapUser: true, imapPassword: false },
  ],
  [
    'a sentence for a server to be believed',
    { ...settings, imap: { ...newEmail.imap, authserv: 'mx example' } },
    { authserv: true },
  ],
  ['half a signature', { ...settings, dkim: { domain: 'example.com', selector: '' } }, { dkim: true }],
  [
    'nothing at all needed to receive only',
    { ...settings, smtp: null },
    { smtpHost: false, imapHost: false },
  ],
  [
    'OAuth 2.0 for a relay that signs nobody in',
    { ...settings, smtp: { ...newEmail.smtp, host: 'mail.example.com', auth: 'oauth2' } },
    { smtpUser: true, tokenUrl: true, clientId: true, refreshToken: true },
  ],
  [
    'a user without a password',
    { ...settings, smtp: { ...newEmail.smtp, host: 'mail.example.com', user: 'us' } },
    { smtpPassword: true },
  ],
  [
    'a signature without a key',
    { ...settings, dkim: { domain: 'example.com', selector: 'a' } },
    { dkim: false, dkimKey: true },
  ],
])('says what is missing: %s', (_, given, missing) => {
  expect(missingIn(given as typeof settings)).toMatchObject(missing);
});

test('asks for no secret that is kept, and for a whole grant where a part of one is typed', () => {
  const signed: EmailSettings = {
    ...settings,
    imap: {
      port: 993,
      security: 'tls',
      auth: 'password',
      mailboxes: ['INBOX'],
      host: 'mail.example.com',
      user: 'us',
    },
    smtp: { port: 465, security: 'tls', host: 'mail.example.com', user: 'us', auth: 'oauth2' },
    dkim: { domain: 'example.com', selector: 'a' },
  };
  const kept = { imapPassword: true, smtpPassword: false, oauth: true, dkimKey: true };
  expect(Object.values(missingIn(signed, nothingTyped, kept))).not.toContain(true);
  const half = { ...nothingTyped, tokenUrl: 'login.example.com', clientId: 'c', dkimKey: 'a key' };
  expect(missingIn(signed, half, kept)).toMatchObject({
    tokenUrl: true,
    clientId: false,
    refreshToken: true,
    dkimKey: true,
  });
});

test('keeps the name of the server to be believed in lower case, and none where none is typed', () => {
  expect(authservOf(' MX.Example.com ')).toBe('mx.example.com');
  expect(authservOf('  ')).toBeNull();
});

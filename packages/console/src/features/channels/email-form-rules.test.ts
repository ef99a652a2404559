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
  ['nothing', settings, { smtp: true }],
  ['no address', { ...settings, address: 'support' }, { address: true }],
  [
    'IMAP without a user',
    { ...settings, imap: { ...newEmail.imap, host: 'mail.example.com' } },
    { imap: true },
  ],
  [
    'a sentence for a server to be believed',
    { ...settings, imap: { ...newEmail.imap, authserv: 'mx example' } },
    { authserv: true },
  ],
  ['half a signature', { ...settings, dkim: { domain: 'example.com', selector: '' } }, { dkim: true }],
  ['nothing at all needed to receive only', { ...settings, smtp: null }, { smtp: false, imap: false }],
])('says what is missing: %s', (_, given, missing) => {
  expect(missingIn(given as typeof settings)).toMatchObject(missing);
});

test('keeps the name of the server to be believed in lower case, and none where none is typed', () => {
  expect(authservOf(' MX.Example.com ')).toBe('mx.example.com');
  expect(authservOf('  ')).toBeNull();
});

import { expect, test } from 'vitest';
import { fail } from '../../../platform/fail.ts';
import { TokenServerUnreachable } from './mail-credentials.ts';
import { mailTrouble } from './mail-trouble.ts';

const error = (words: string, more: object = {}) => Object.assign(new Error(words), more);

test.each([
  [
    error('connect ECONNREFUSED', { code: 'ECONNREFUSED' }),
    'channels.mail_unreachable',
    'connect ECONNREFUSED',
  ],
  [error('x', { code: 'ESOCKET', cause: { code: 'ETIMEDOUT' } }), 'channels.mail_unreachable', 'x'],
  [
    error('bad', { code: 'EAUTH', response: '535 5.7.8  no\r\n' }),
    'channels.mail_sign_in_refused',
    '535 5.7.8 no',
  ],
  [
    error('Command failed', { authenticationFailed: true, responseText: 'LOGIN failed.' }),
    'channels.mail_sign_in_refused',
    'LOGIN failed.',
  ],
  [fail('channels.mail_sign_in_refused'), 'channels.mail_sign_in_refused', ''],
  [
    error('self-signed certificate', { code: 'ESOCKET', cause: { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' } }),
    'channels.mail_not_secure',
    'self-signed certificate',
  ],
  [error('STARTTLS not offered', { code: 'ETLS' }), 'channels.mail_not_secure', 'STARTTLS not offered'],
  [
    new TokenServerUnreachable(
      'https://login.example.com/token',
      'connect ECONNREFUSED',
      error('x', { code: 'ECONNREFUSED' }),
    ),
    'channels.token_server_unreachable',
    'login.example.com: connect ECONNREFUSED',
  ],
  [error('Mailbox is full'), 'channels.mail_refused', 'Mailbox is full'],
])('%s', (given, code, words) => {
  expect(mailTrouble(given)).toEqual({ code, words });
});

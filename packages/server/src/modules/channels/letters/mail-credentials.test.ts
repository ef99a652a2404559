import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { EmailInbox } from './email-inbox.ts';
import { mailLogin } from './mail-credentials.ts';
import { mailTrouble } from './mail-trouble.ts';

const server = { host: 'imap.example.com', port: 993, security: 'tls', user: 'support', auth: 'oauth2' };
const inbox = { imap: server, smtp: null } as unknown as EmailInbox;

const loginAt = (tokenUrl: string) => {
  const oauth = { tokenUrl, clientId: 'client', clientSecret: 'secret', refreshToken: 'refresh' };
  return mailLogin(inbox, { oauth }, 'imap', new Date());
};

test.each([
  'http://169.254.169.254/token',
  'http://[::ffff:169.254.169.254]/token',
  'http://[fe80::1]/token',
])('no token is asked for at %s, which hands out those of this machine', async (tokenUrl) => {
  await expect(loginAt(tokenUrl)).rejects.toMatchObject({ code: 'channels.host_refused' });
});

test.each([
  ['is longer than any token', 200, 'x'.repeat(3 * 1024 * 1024)],
  ['is no JSON', 200, '<html>'],
  ['leads elsewhere', 302, ''],
])('an answer that %s gives no token', async (_what, status, body) => {
  const http = createServer((_request, response) =>
    response.writeHead(status, { location: '/elsewhere' }).end(body),
  );
  onTestFinished(() => void http.close());
  await once(http.listen(0, '127.0.0.1'), 'listening');
  const { port } = http.address() as AddressInfo;
  await expect(loginAt(`http://127.0.0.1:${port}/token`)).rejects.toMatchObject({
    code: 'channels.mail_sign_in_refused',
  });
});

test.each([
  ['is not there', null, 'connect ECONNREFUSED'],
  ['cannot answer now', 503, 'HTTP 503'],
])('a token server that %s is named as what it is', async (_what, status, words) => {
  const http = createServer((_request, response) => response.writeHead(status ?? 200).end());
  await once(http.listen(0, '127.0.0.1'), 'listening');
  const { port } = http.address() as AddressInfo;
  if (status === null) await new Promise((resolve) => http.close(resolve));
  else onTestFinished(() => void http.close());
  const trouble = mailTrouble(
    await loginAt(`http://127.0.0.1:${port}/token`).catch((error: unknown) => error),
  );
  expect(trouble.code).toBe('channels.token_server_unreachable');
  expect(trouble.words).toContain(`127.0.0.1:${port}: ${words}`);
});

import type { ImapFlowOptions } from 'imapflow';
import type { EmailInbox, EmailSecrets } from './email-inbox.ts';
import { mailLogin } from './mail-credentials.ts';
import { mailHost } from './mail-host.ts';

const connectTimeout = 15_000;

/**
 * How letters of an inbox are fetched: its IMAP server and the sign-in. Throws as `smtpOptions` does. The inbox must have an IMAP
 * server.
 */
export async function imapOptions(
  inbox: EmailInbox,
  secrets: EmailSecrets,
  now: Date,
): Promise<ImapFlowOptions> {
  const { imap } = inbox;
  if (!imap) throw new Error('the inbox has no IMAP server');
  const { address, servername } = await mailHost(imap.host);
  const login = await mailLogin(inbox, secrets, 'imap', now);
  if (!login) throw new Error('IMAP without a sign-in');
  return {
    host: address,
    ...(servername !== undefined && { servername }),
    port: imap.port,
    secure: imap.security === 'tls',
    doSTARTTLS: imap.security === 'tls' ? undefined : imap.security === 'starttls',
    tls: { minVersion: 'TLSv1.2' },
    auth:
      'accessToken' in login
        ? { user: login.user, accessToken: login.accessToken }
        : { user: login.user, pass: login.password },
    connectionTimeout: connectTimeout,
    greetingTimeout: connectTimeout,
    logger: false,
    disableAutoIdle: true,
  };
}

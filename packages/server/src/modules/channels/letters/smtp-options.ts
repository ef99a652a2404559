import type SMTPPool from 'nodemailer/lib/smtp-pool/index.js';
import type { EmailInbox, EmailSecrets } from './email-inbox.ts';
import { mailLogin } from './mail-credentials.ts';
import { mailHost } from './mail-host.ts';

const connectTimeout = 10_000;
/** As long as a letter may take in all: who leaves earlier a server that looks into one sends it again, and it comes twice. */
const idleTimeout = 60_000;

/**
 * How letters of an inbox leave: its SMTP server, the sign-in, the signature. Throws `channels.host_refused`,
 * `channels.mail_sign_in_refused`, and what the resolver throws. The inbox must have an SMTP server.
 */
export async function smtpOptions(
  inbox: EmailInbox,
  secrets: EmailSecrets,
  now: Date,
): Promise<SMTPPool.Options> {
  const { smtp, dkim } = inbox;
  if (!smtp) throw new Error('the inbox has no SMTP server');
  const { address, servername } = await mailHost(smtp.host);
  const login = await mailLogin(inbox, secrets, 'smtp', now);
  return {
    pool: true,
    maxConnections: 3,
    host: address,
    port: smtp.port,
    secure: smtp.security === 'tls',
    requireTLS: smtp.security === 'starttls',
    ignoreTLS: smtp.security === 'none',
    tls: { servername, minVersion: 'TLSv1.2' },
    connectionTimeout: connectTimeout,
    greetingTimeout: connectTimeout,
    socketTimeout: idleTimeout,
    // Files are handed over as bytes: nothing that a letter names is ever fetched or read from the disk.
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(login && {
      auth:
        'accessToken' in login
          ? { type: 'OAuth2' as const, user: login.user, accessToken: login.accessToken }
          : { user: login.user, pass: login.password },
    }),
    ...(dkim &&
      secrets.dkimKey && {
        dkim: { domainName: dkim.domain, keySelector: dkim.selector, privateKey: secrets.dkimKey },
      }),
  };
}

import type { BodyOf, EmailInboxView, EmailSettings, endpoints } from '@fairlead/contract';

export type EmailBody = BodyOf<typeof endpoints.channels.saveEmailInbox>;

/** What is typed beside the settings; '' leaves the secret that is kept. */
export interface TypedSecrets {
  readonly imapPassword: string;
  readonly smtpPassword: string;
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
  readonly dkimKey: string;
}

export const nothingTyped: TypedSecrets = {
  imapPassword: '',
  smtpPassword: '',
  tokenUrl: '',
  clientId: '',
  clientSecret: '',
  refreshToken: '',
  dkimKey: '',
};

/** What an inbox begins with that is not set up yet. */
export const newEmail: EmailSettings = {
  address: '',
  fromName: '',
  signatures: {},
  imap: { host: '', port: 993, security: 'tls', user: null, auth: 'password', mailboxes: ['INBOX'] },
  smtp: { host: '', port: 465, security: 'tls', user: null, auth: 'password' },
  dkim: null,
};

/** The settings alone, of what the server answers. */
export function settingsOf(email: EmailInboxView): EmailSettings {
  const { address, fromName, signatures, imap, smtp, dkim } = email;
  return { address, fromName, signatures, imap, smtp, dkim };
}

/** What is sent: settings without empty signatures, and only those secrets that were typed. */
export function bodyOf(settings: EmailSettings, typed: TypedSecrets): EmailBody {
  const { tokenUrl, clientId, clientSecret, refreshToken } = typed;
  const signatures = Object.fromEntries(
    Object.entries(settings.signatures).filter(([, text]) => text.trim() !== ''),
  );
  return {
    ...settings,
    signatures,
    secrets: {
      ...(typed.imapPassword !== '' && { imapPassword: typed.imapPassword }),
      ...(typed.smtpPassword !== '' && { smtpPassword: typed.smtpPassword }),
      ...(refreshToken !== '' && { oauth: { tokenUrl, clientId, clientSecret, refreshToken } }),
      ...(typed.dkimKey !== '' && { dkimKey: typed.dkimKey.trim() }),
    },
  };
}

/** The name of a server that is to be believed, as it is kept; null for none. */
export const authservOf = (typed: string): string | null => typed.trim().toLowerCase() || null;

/** Which fields keep the form from being saved. */
export function missingIn({ address, fromName, imap, smtp, dkim }: EmailSettings) {
  return {
    address: !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address),
    fromName: fromName.trim() === '',
    authserv: !/^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)?$/.test(imap?.authserv ?? ''),
    imap: imap !== null && (imap.host === '' || imap.user === null || imap.mailboxes.length === 0),
    smtp: smtp !== null && smtp.host === '',
    dkim: dkim !== null && (dkim.domain === '' || dkim.selector === ''),
  };
}

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

/** Which secrets of an inbox are kept already. */
type Kept = EmailInboxView['secrets'];
const nothingKept: Kept = { imapPassword: false, smtpPassword: false, oauth: false, dkimKey: false };

/** Which fields keep the form from being saved: each of them says so at its place. */
export function missingIn(settings: EmailSettings, typed = nothingTyped, kept = nothingKept) {
  const { address, fromName, imap, smtp, dkim } = settings;
  const oauth = oauthMissing(settings, typed, kept);
  return {
    address: !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address),
    fromName: fromName.trim() === '',
    authserv: !/^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)?$/.test(imap?.authserv ?? ''),
    imapHost: imap?.host === '',
    imapUser: imap?.user === null,
    imapPassword: asksPassword(imap) && typed.imapPassword === '' && !kept.imapPassword,
    mailboxes: imap?.mailboxes.length === 0,
    smtpHost: smtp?.host === '',
    // A relay may take letters from anybody in its network.
    smtpUser: smtp?.auth === 'oauth2' && smtp.user === null,
    smtpPassword: asksPassword(smtp) && typed.smtpPassword === '' && !kept.smtpPassword,
    ...oauth,
    dkim: dkim !== null && (dkim.domain === '' || dkim.selector === ''),
    dkimKey: dkim !== null && (typed.dkimKey === '' ? !kept.dkimKey : !isPrivateKey(typed.dkimKey)),
  };
}
export type MissingInEmail = ReturnType<typeof missingIn>;

const asksPassword = (server: EmailSettings['smtp']) =>
  server !== null && server.auth === 'password' && server.user !== null;

/** As far as one can see: whether it can sign is asked of the server. */
const isPrivateKey = (pem: string) =>
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]{50,}-----END [A-Z ]*PRIVATE KEY-----/.test(pem);

/** A grant is whole, or the one that is kept stays. */
function oauthMissing({ imap, smtp }: EmailSettings, typed: TypedSecrets, kept: Kept) {
  const asked = imap?.auth === 'oauth2' || smtp?.auth === 'oauth2';
  const { tokenUrl, clientId, clientSecret, refreshToken } = typed;
  const stays = kept.oauth && tokenUrl + clientId + clientSecret + refreshToken === '';
  const needed = asked && !stays;
  return {
    tokenUrl: needed && !/^https?:$/.test(URL.parse(tokenUrl)?.protocol ?? ''),
    clientId: needed && clientId === '',
    refreshToken: needed && refreshToken === '',
  };
}

import type { MailTrouble } from '@fairlead/contract';
import { Failure } from '../../../platform/fail.ts';
import { TokenServerUnreachable } from './mail-credentials.ts';

const notSecure =
  /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT(?:_LOCALLY)?|CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|ERR_TLS_CERT_ALTNAME_INVALID|ETLS|EPROTO|ERR_SSL_.*)$/;
const unreachable =
  /^(?:ECONNREFUSED|ECONNRESET|ECONNECTION|ESOCKET|EPIPE|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|EDNS|ETIMEDOUT|ETIMEOUT|CONNECT_TIMEOUT|GREETING_TIMEOUT|UPGRADE_TIMEOUT|NoConnection)$/i;

interface MailError {
  code?: string;
  authenticationFailed?: boolean;
  /** The server's answer: of SMTP, of IMAP. */
  response?: string;
  responseText?: string;
  cause?: unknown;
}

/** What went wrong with a mail server, or with the one that says by what it is signed in to, as administrators are told it: a code, and the server's own words, in one line. */
export function mailTrouble(error: unknown): MailTrouble {
  const { code = '', authenticationFailed, response, responseText } = error as MailError;
  const said = responseText ?? response ?? (error instanceof Error ? error.message : String(error));
  const words = said.replace(/\s+/g, ' ').trim().slice(0, 300);
  if (authenticationFailed || code === 'EAUTH' || code === 'channels.mail_sign_in_refused')
    return { code: 'channels.mail_sign_in_refused', words: error instanceof Failure ? '' : words };
  if (error instanceof TokenServerUnreachable) return { code: error.code, words };
  const inner = codeOf((error as MailError).cause);
  if ([code, inner].some((it) => notSecure.test(it))) return { code: 'channels.mail_not_secure', words };
  if (unreachable.test(code) || unreachable.test(inner)) return { code: 'channels.mail_unreachable', words };
  return { code: 'channels.mail_refused', words };
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

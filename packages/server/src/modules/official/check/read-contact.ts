import { type OfficialForm, type OfficialPlatform, officialPlatformIds } from '@fairlead/contract';
import { cleanText, unwrap } from './clean-text.ts';
import type { Contact } from './contact.ts';
import { hostOf, urlOf } from './host-of.ts';
import { handleOn, readLink } from './read-link.ts';

const dangerous = new Set([
  'javascript',
  'data',
  'vbscript',
  'file',
  'blob',
  'filesystem',
  'intent',
  'about',
]);
const web = new Set(['http', 'https', 'ws', 'wss', 'ftp']);
const names = new Map<string, OfficialPlatform>([
  ...officialPlatformIds.map((it) => [it, it] as const),
  ['twitter', 'x'],
  ['tg', 'telegram'],
  ['fb', 'facebook'],
]);
const isPlatform = (form: OfficialForm | undefined): form is OfficialPlatform =>
  form !== undefined && names.has(form);

/**
 * What one thing is, by its form, or by what somebody says that it is. Pure. Null where it cannot be read. A name with dots is read as a
 * place in the web, since that is where it leads; an app's id must be called so or come with its store.
 */
export function readContact(written: string, form?: OfficialForm): Contact | null {
  const text = unwrap(cleanText(written).trim());
  if (text === '' || text.length > 2000) return null;
  const scheme = /^([a-z][a-z0-9+.-]*):(?!\d)(.*)$/is.exec(text);
  if (scheme) return readScheme((scheme[1] ?? '').toLowerCase(), scheme[2] ?? '', text);
  if (form === 'app') return /^[\w.-]{3,200}$/.test(text) ? { kind: 'app', value: text.toLowerCase() } : null;
  if (form === 'phone') return readPhone(text);
  if (form === 'email') return readEmail(text);
  if (isPlatform(form)) {
    const link = /[./]/.test(text) && text.includes('/') ? readWeb(`https://${text}`) : null;
    return link?.kind === 'handle' ? link : readHandle(text, form);
  }
  if (form === 'domain') return readWeb(`https://${text}`);
  if (/^@[^@]+$/.test(text) && !text.includes('/')) return readHandle(text, null);
  if (/^[^@/\\?#]+@[^@/\\?#]+$/.test(text)) return readEmail(text);
  if (/^[+\d(]/.test(text) && !/^\d+(?:\.\d+){3}$/.test(text)) {
    const phone = readPhone(text);
    if (phone) return phone;
  }
  if (/[.。@]/.test(text)) return readWeb(`https://${text}`);
  return readHandle(text, null);
}

function readScheme(scheme: string, rest: string, text: string): Contact | null {
  if (web.has(scheme))
    return readWeb(/^[/\\]{2}/.test(rest) ? text : `${scheme}://${rest.replace(/^[/\\]+/, '')}`);
  if (dangerous.has(scheme)) return { kind: 'dangerous', scheme };
  if (scheme === 'mailto') return readEmail(rest.split('?')[0] ?? '');
  if (scheme === 'tel' || scheme === 'sms') return readPhone(rest);
  if (scheme === 'tg') {
    const handle = /[?&]domain=([^&]+)/i.exec(rest)?.[1];
    if (rest.startsWith('//')) return handle ? handleOn('telegram', handle) : null;
  }
  if (scheme === 'app') return readContact(rest, 'app');
  const platform = names.get(scheme);
  if (platform) return readContact(rest, platform);
  // A host with a port, or with words behind a colon.
  return scheme.includes('.') ? readWeb(`https://${text}`) : null;
}

function readWeb(address: string): Contact | null {
  if (/\s/.test(address)) return null;
  const url = urlOf(address);
  return url && readLink(url);
}

function readEmail(text: string): Contact | null {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at).trim().toLowerCase();
  const url =
    at > 0 && !/[\s/\\?#:@]/.test(text.slice(at + 1).trim())
      ? urlOf(`https://${text.slice(at + 1).trim()}`)
      : null;
  const host = url && hostOf(url);
  if (!host?.includes('.') || local === '' || /\s/.test(local)) return null;
  return { kind: 'email', address: `${local}@${host}`, local, host };
}

/** Digits as they are dialled; in international form where it says so. */
function readPhone(text: string): Contact | null {
  if (!/^(?:\+|00)?[\d\s().\-/]{5,30}$/.test(text)) return null;
  const national = text.replace(/^\+/, '').replace(/\(0\)/g, '').replace(/\D/g, '');
  const international = text.startsWith('+') || national.startsWith('00');
  const digits = international ? national.replace(/^00/, '') : national;
  if (digits.length < 5 || digits.length > 15) return null;
  return { kind: 'phone', value: international ? `+${digits}` : digits };
}

function readHandle(text: string, platform: OfficialPlatform | null): Contact | null {
  const handle = handleOn(platform, text);
  const spaced = platform === 'whatsapp' || platform === 'zalo' || platform === 'wechat';
  return handle.kind === 'handle' &&
    (spaced ? /^[^\n@]{2,64}$/ : /^[\p{L}\p{M}\p{N}_.+-]{2,64}$/u).test(handle.value)
    ? handle
    : null;
}

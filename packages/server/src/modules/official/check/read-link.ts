import type { OfficialPlatform } from '@fairlead/contract';
import type { Contact } from './contact.ts';
import { hostOf } from './host-of.ts';

type PlaceOf = (parts: readonly string[], url: URL) => string | undefined;

const first: PlaceOf = ([name]) => name;
const second =
  (...before: string[]): PlaceOf =>
  ([kind = '', name]) =>
    before.includes(kind) ? name : undefined;
const either =
  (...ways: PlaceOf[]): PlaceOf =>
  (parts, url) =>
    ways.map((it) => it(parts, url)).find((it) => it !== undefined);
const withAt: PlaceOf = ([name = '']) => (name.startsWith('@') ? name : undefined);
const query =
  (name: string): PlaceOf =>
  (_parts, url) =>
    url.searchParams.get(name) ?? undefined;

/** Where platforms keep their pages, and where in the address the handle stands. */
const places: Readonly<Record<string, readonly [OfficialPlatform, PlaceOf]>> = {
  't.me': ['telegram', either(second('s', 'c'), first)],
  'telegram.me': ['telegram', either(second('s', 'c'), first)],
  'telegram.dog': ['telegram', either(second('s', 'c'), first)],
  'x.com': ['x', first],
  'twitter.com': ['x', first],
  'facebook.com': ['facebook', either(query('id'), second('people', 'groups', 'pages'), first)],
  'fb.com': ['facebook', first],
  'fb.me': ['facebook', first],
  'instagram.com': ['instagram', first],
  'youtube.com': ['youtube', either(withAt, second('c', 'channel', 'user'))],
  'tiktok.com': ['tiktok', withAt],
  'linkedin.com': ['linkedin', second('company', 'in', 'school', 'showcase')],
  'discord.gg': ['discord', first],
  'discord.com': ['discord', second('invite')],
  'wa.me': ['whatsapp', first],
  'whatsapp.com': ['whatsapp', either(query('phone'), second('channel'))],
  'weibo.com': ['weibo', either(second('u', 'n'), first)],
  'line.me': ['line', ([, , kind, name]) => (kind === 'p' ? name : undefined)],
  'zalo.me': ['zalo', first],
  'vk.com': ['vk', first],
  'reddit.com': ['reddit', second('r', 'u', 'user')],
  'medium.com': ['medium', withAt],
  'pf.kakao.com': ['kakaotalk', first],
  'open.kakao.com': ['kakaotalk', second('o')],
};

/** What a web address is about: a handle or an app where it is a page of a platform or store, else the place itself. Null where it leads nowhere. */
export function readLink(url: URL): Contact | null {
  const host = hostOf(url);
  if (host === null) return null;
  const userinfo = decoded(`${url.username}${url.password && `:${url.password}`}`);
  const site: Contact = { kind: 'domain', host, userinfo };
  // Whoever puts something before the at sign means to deceive: where it leads is all that counts then.
  if (userinfo !== '') return site;
  const bare = host.replace(/^(?:www|m|mobile|web|api|\w\w(?=\.linkedin))\./, '');
  if (bare === 'play.google.com') {
    const app = url.searchParams.get('id');
    return app ? { kind: 'app', value: app.toLowerCase() } : site;
  }
  const parts = url.pathname.split('/').filter(Boolean).map(decoded);
  if (bare === 'apps.apple.com' || bare === 'itunes.apple.com') {
    const app = parts.find((it) => /^id\d{6,}$/.test(it));
    return app ? { kind: 'app', value: app } : site;
  }
  const own = /^([a-z0-9_]{4,32})\.t\.me$/.exec(host)?.[1];
  if (own) return { kind: 'handle', platform: 'telegram', value: own };
  const [platform, place] = Object.hasOwn(places, bare) ? (places[bare] ?? []) : [];
  const name = platform && place?.(parts, url);
  return platform && name ? handleOn(platform, name) : site;
}

/** A handle in one form; of WhatsApp and Zalo, a number. */
export function handleOn(platform: OfficialPlatform | null, written: string): Contact {
  const name = written.trim().replace(/^@+/, '').toLowerCase();
  const digits = name.replace(/[\s().+-]/g, '').replace(/^00/, '');
  const number = (platform === 'whatsapp' || platform === 'zalo') && /^\d{7,15}$/.test(digits);
  return { kind: 'handle', platform, value: number ? digits : name };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  type AnnouncementKind,
  type Catalogue,
  formatMessage,
  type Locale,
  locales,
  type MessageParams,
} from '@fairlead/contract';

const { resolve } = createRequire(import.meta.url);
const read = (path: (locale: Locale) => string | URL): Record<Locale, Catalogue> =>
  Object.fromEntries(
    locales.map((locale) => [locale, JSON.parse(readFileSync(path(locale), 'utf8')) as Catalogue]),
  ) as Record<Locale, Catalogue>;
const own = read((locale) => new URL(`./locales/${locale}.json`, import.meta.url));
const wire = read((locale) => resolve(`@fairlead/contract/locales/${locale}.json`));

/** What posts, letters and pages say of announcements for a key. */
export const announcementWords = (locale: Locale, key: string, params: MessageParams = {}): string =>
  formatMessage(locale, own[locale][key] ?? '', params);

/** What a kind of announcement is called. */
export const kindName = (locale: Locale, kind: AnnouncementKind): string =>
  wire[locale][`announcement.kind.${kind}`] ?? kind;

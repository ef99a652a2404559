import { type AnnouncementKind, formatMessage, type Locale, type MessageParams } from '@fairlead/contract';
import { cataloguesIn, wireCatalogue } from '../../platform/catalogues.ts';

const own = cataloguesIn(new URL('./locales/', import.meta.url));

/** What posts, letters and pages say of announcements for a key. */
export const announcementWords = (locale: Locale, key: string, params: MessageParams = {}): string =>
  formatMessage(locale, own(locale)[key] ?? '', params);

/** What a kind of announcement is called. */
export const kindName = (locale: Locale, kind: AnnouncementKind): string =>
  wireCatalogue(locale)[`announcement.kind.${kind}`] ?? kind;

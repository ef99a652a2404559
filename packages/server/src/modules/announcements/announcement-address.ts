import type { Locale } from '@fairlead/contract';

/** The pages of announcements, from the root of the server. */
export const announcementsAddress = (locale: Locale): string => `/announcements/${locale}/`;
export const announcementAddress = (locale: Locale, slug: string): string =>
  `/announcements/${locale}/${slug}`;

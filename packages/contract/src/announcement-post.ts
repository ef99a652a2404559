import type { AnnouncementWords } from './announcements.ts';

/** Why a post stands where it stands. */
export type PostOccasion = 'published' | 'corrected' | 'withdrawn';

/**
 * A post as a channel shows it: title and summary, and the whole text where there is no page that holds it. `label` is the word that says of a post of its
 * own that it corrects or takes back another. Pure.
 */
export function announcementPost(
  { title, summary, body }: AnnouncementWords,
  { label, link }: { readonly label: string | null; readonly link: string | null },
): string {
  const head = label === null ? title : `${label}: ${title}`;
  return [head, summary, ...(link === null && body !== '' ? [body] : [])].join('\n\n');
}

/** How long a post is with its link, which stands below it; in UTF-16 units, unless it is measured otherwise. */
export const announcementPostLength = (
  text: string,
  link: string | null,
  measure: (whole: string) => number = (whole) => whole.length,
): number => measure(link === null ? text : `${text}\n\n${link}`);

import { z } from 'zod';
import { eventType } from '../../platform/events/event.ts';

const translation = z.object({ locale: z.string(), revisionId: z.uuid() });

/** A text was saved as a new revision. The subject of all of these is the article. */
export const articleSaved = eventType('article.saved', translation);
/** A draft waits for somebody to review it. */
export const articleSentToReview = eventType('article.sent_to_review', translation);
/** Readers see another revision from now on. */
export const articlePublished = eventType('article.published', translation.extend({ minor: z.boolean() }));
/** Readers no longer see a translation. */
export const articleArchived = eventType('article.archived', z.object({ locale: z.string() }));
/** What holds in every language was changed: slug, category, visibility and the like. */
export const articleChanged = eventType('article.changed', z.object({ fields: z.array(z.string()) }));
/** Somebody has read it and says that it still holds. */
export const articleReviewed = eventType('article.reviewed', z.object({ nextDue: z.string().nullable() }));

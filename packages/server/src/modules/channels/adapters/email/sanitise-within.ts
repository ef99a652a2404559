import type { IOptions } from 'sanitize-html';
import { sanitizeHtml } from '../../../../platform/sanitize-html.ts';
import { letterLimits } from './letter-limits.ts';

/** Elements within each other. Real letters have some hundred; the parser's time grows with the square of it. */
const maximumDepth = 2000;

/**
 * `sanitizeHtml` within limits of length and depth. HTML that is nested deeper than any letter loses its markup as a whole and keeps
 * its text: it was made to break what reads it.
 */
export function sanitiseWithin(html: string, options: IOptions): string {
  const limited = html.slice(0, letterLimits.html);
  let depth = 0;
  try {
    return sanitizeHtml(limited, {
      ...options,
      nestingLimit: 200,
      parseStyleAttributes: false,
      onOpenTag: () => {
        depth++;
        if (depth > maximumDepth) throw new NestedTooDeep();
      },
      onCloseTag: () => {
        depth--;
      },
    });
  } catch (error) {
    if (!(error instanceof NestedTooDeep)) throw error;
    return sanitizeHtml(limited.replace(/<[^<>]*>/g, ' '), {
      ...options,
      transformTags: {},
      allowedTags: [],
    });
  }
}

class NestedTooDeep extends Error {}

import type { ArticleLine, Locale } from '@fairlead/contract';
import { type Html, html } from './html.ts';
import { ownLanguage } from './own-language.ts';

/** An article in a list; in another language than the page's it says which. */
export function articleCard(line: ArticleLine, locale: Locale): Html {
  return html`<li${ownLanguage(line, locale)}><a href="${line.url}">${line.title}</a><p>${line.summary}</p></li>`;
}

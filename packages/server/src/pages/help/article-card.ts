import type { ArticleLine } from '@fairlead/contract';
import { type Html, html } from './html.ts';

/** An article in a list; in another language than the page's it says which. */
export function articleCard(line: ArticleLine, locale: string): Html {
  const lang = line.locale === locale ? null : html` lang="${line.locale}" dir="auto"`;
  return html`<li${lang}><a href="${line.url}">${line.title}</a><p>${line.summary}</p></li>`;
}

import type { Locale, PublicCategory } from '@fairlead/contract';
import { helpAddress } from '../../modules/helpcenter/index.ts';
import { contactOptions } from './contact-options.ts';
import { helpText } from './help-text.ts';
import { html } from './html.ts';
import { layout, type Site } from './layout.ts';

/** Where there is no page: the ways on. */
export function missingPage(site: Site, locale: Locale, categories: readonly PublicCategory[]): string {
  const text = helpText(locale);
  return layout(site, {
    locale,
    title: text('missing.title'),
    description: text('missing.text'),
    address: helpAddress,
    unlisted: true,
    body: html`<h1>${text('missing.title')}</h1><p>${text('missing.text')}</p>
<ul class="topics">${categories.filter((it) => !it.parent).map((it) => html`<li><a href="${helpAddress(locale)}${it.slug}">${it.name}</a></li>`)}</ul>
${contactOptions(site, text)}`,
  });
}

import type { Locale } from '@fairlead/contract';
import { helpAddress } from '../../modules/helpcenter/index.ts';
import { helpText } from './help-text.ts';
import { html } from './html.ts';
import { layout, type Site } from './layout.ts';

/** In the place of an article that signed-in customers alone may read: how they come to it, and nothing of what it says. */
export function signedInPage(site: Site, locale: Locale, slug: string): string {
  const text = helpText(locale);
  const { organisation } = site;
  return layout(site, {
    locale,
    title: text('signedIn.title'),
    description: text('signedIn.text', { organisation }),
    address: helpAddress,
    unlisted: true,
    body: html`<h1>${text('signedIn.title')}</h1><p>${text('signedIn.text', { organisation })}</p>
<p><a class="button" href="/portal/articles/${slug}?lang=${locale}">${text('signedIn.read')}</a></p>`,
  });
}

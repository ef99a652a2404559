import type { Category } from '@fairlead/contract';
import type { HelpText } from './help-text.ts';
import { type Html, html } from './html.ts';
import type { Site } from './layout.ts';

/** How to reach people, in the way that fits what the page is about: the ticket form comes with its category chosen. `from` counts which article did not help. */
export function contactOptions(
  site: Site,
  text: HelpText,
  { category, from }: { category?: Category | null; from?: string } = {},
): Html {
  const ticket = `/portal/new${category ? `/${category}` : ''}`;
  const counted = from ? `${from}/contact` : ticket;
  return html`<section class="contact" aria-labelledby="contact">
<h2 id="contact">${text('contact.heading')}</h2>
<p class="ways">
${site.inboxKey && html`<button type="button" class="way" data-chat hidden>${text('contact.chat')}</button>`}
<a class="way" href="${counted}" rel="nofollow">${text('contact.ticket')}</a>
<a class="quiet" href="/portal/">${text('contact.mine')}</a>
</p>
</section>`;
}

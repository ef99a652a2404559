import { directionOf, negotiateLocale } from '@fairlead/contract';
import { helpAddress } from '../modules/helpcenter/index.ts';
import { helpText } from './help/help-text.ts';
import { type Html, html } from './help/html.ts';

/**
 * What a page made by scripts says where none run, in the reader's language: that it needs them and, to customers, where to read and
 * write instead. `accepted` is what their browser asks for; `address` is where letters are read; null where no inbox takes any.
 */
export function withoutScripts(
  page: string,
  accepted: string | undefined,
  { customers, address }: { customers: boolean; address: string | null },
): string {
  const wishes = (accepted ?? '').split(',').map((it) => it.split(';')[0] ?? '');
  const locale = negotiateLocale(wishes);
  const text = helpText(locale);
  const [before = '', after = ''] = text('noscript.write', { address: '\n' }).split('\n');
  const write = address && html`<p>${before}<a href="mailto:${address}">${address}</a>${after}</p>`;
  const instead: Html | false =
    customers && html`<p><a href="${helpAddress(locale)}">${text('noscript.help')}</a></p>${write}`;
  const said = html`<noscript><div lang="${locale}" dir="${directionOf(locale)}"><p>${text('noscript.text')}</p>${instead}</div></noscript>`;
  return page.replace('</body>', () => `${said}</body>`);
}

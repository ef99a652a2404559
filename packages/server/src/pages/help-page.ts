import { directionOf, localeNames, locales, nearestLocale, negotiateLocale } from '@fairlead/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { organisationName, readChatInbox } from '../modules/channels/index.ts';
import type { Platform } from '../platform/platform.ts';
import { helpTexts } from './help-texts.ts';

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);

/** The public help page: how to reach support in one's own language, with the chat. Works without scripts, but for the chat itself. */
export async function helpPage(
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const reader = platform.database.reader();
  const [organisation, inbox] = await Promise.all([organisationName(reader), readChatInbox(reader)]);
  const asked = (request.query as { lang?: string }).lang;
  const accepted = (request.headers['accept-language'] ?? '')
    .split(',')
    .map((part) => part.split(';')[0] ?? '');
  const locale = (asked && nearestLocale(asked)) || negotiateLocale(accepted);
  const text = helpTexts[locale];
  const languages = locales
    .map(
      (it) =>
        `<li><a href="/help/?lang=${it}" lang="${it}" hreflang="${it}"${it === locale ? ' aria-current="true"' : ''}>${escape(localeNames[it])}</a></li>`,
    )
    .join('');
  const alternates = locales
    .map((it) => `<link rel="alternate" hreflang="${it}" href="${platform.publicUrl}/help/?lang=${it}">`)
    .join('');
  const chat = inbox
    ? `<script async src="/widget/loader.js" data-inbox="${escape(inbox.key)}" data-locale="${locale}"></script><p>${escape(text.chat)}</p>`
    : `<p>${escape(text.closed)}</p>`;
  const page = `<!doctype html><html lang="${locale}" dir="${directionOf(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(text.title)} · ${escape(organisation)}</title>${alternates}<link rel="stylesheet" href="/help/help.css"></head><body><main><p class="name">${escape(organisation)}</p><h1>${escape(text.title)}</h1>${chat}<p class="warning">${escape(text.warning)}</p><nav aria-label="${escape(text.languages)}"><ul>${languages}</ul></nav></main></body></html>`;
  return reply
    .headers({
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'cache-control': 'no-cache',
      vary: 'accept-language',
    })
    .type('text/html; charset=utf-8')
    .send(page);
}

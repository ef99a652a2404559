import { directionOf, type Locale } from '@fairlead/contract';
import { letterWords } from './letter-words.ts';

/** What a letter to a customer says, before it is text and HTML. */
export interface LetterContent {
  readonly locale: Locale;
  readonly text: string;
  /** '' for none. */
  readonly signature: string;
  /** What it answers; null for the first of a thread. */
  readonly answered: { readonly name: string; readonly at: Date; readonly text: string } | null;
  /** The customer's anti-phishing code; null where they have none. */
  readonly code: string | null;
}

const quotedLines = 60;

/** The body of a letter, below the customer's anti-phishing code, as text and as HTML that mail programs show: one column, styles on the elements, no pictures, no scripts. */
export function composeLetter(words: LetterContent): { text: string; html: string } {
  const { locale, text, signature, answered, code } = words;
  const proof = code === null ? null : letterWords(locale, 'letter.code', { code });
  const lead = answered && leadIn(words);
  const quote = answered && answered.text.split('\n').slice(0, quotedLines);
  const parts = [
    ...(proof === null ? [] : [proof]),
    text,
    ...(signature === '' ? [] : [`-- \n${signature}`]),
    ...(lead && quote ? [`${lead}\n${quote.map((line) => `> ${line}`.trimEnd()).join('\n')}`] : []),
  ];
  const html = page(locale, [
    ...(proof === null
      ? []
      : [
          `<div dir="auto" style="max-width:640px;margin:0 0 16px;padding-inline-start:12px;border-inline-start:3px solid #0f766e;font-weight:600">${escape(proof)}</div>`,
        ]),
    `<div dir="auto" style="max-width:640px">${paragraphs(text)}</div>`,
    ...(signature === ''
      ? []
      : [
          `<div dir="auto" style="max-width:640px;margin-top:20px;color:#6b7280">-- <br>${lines(signature)}</div>`,
        ]),
    ...(lead && quote
      ? [
          `<div style="max-width:640px;margin-top:20px;color:#6b7280">${escape(lead)}</div>`,
          '<blockquote dir="auto" style="max-width:640px;margin:8px 0 0;padding-inline-start:12px;border-inline-start:3px solid #d1d5db;color:#6b7280">',
          `${paragraphs(quote.join('\n'))}</blockquote>`,
        ]
      : []),
  ]);
  return { text: parts.join('\n\n'), html };
}

const page = (locale: Locale, body: readonly string[]): string =>
  [
    '<!doctype html>',
    `<html lang="${locale}" dir="${directionOf(locale)}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"></head>',
    "<body style=\"margin:0;padding:16px;font:15px/1.6 -apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif\">",
    ...body,
    '</body></html>',
  ].join('\n');

function leadIn({ locale, answered }: LetterContent): string {
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  return letterWords(locale, 'letter.wrote', {
    date: `${date.format(answered?.at)} UTC`,
    name: answered?.name ?? '',
  });
}

const paragraphs = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => `<p style="margin:0 0 12px">${lines(paragraph)}</p>`)
    .join('');
const lines = (text: string): string => linked(escape(text)).replaceAll('\n', '<br>');

/** Web addresses that stand in the text, and nothing else, can be followed. */
const linked = (html: string): string =>
  html.replace(/https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g, (url) => `<a href="${url}">${url}</a>`);

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

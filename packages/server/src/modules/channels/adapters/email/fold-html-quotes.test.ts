import { describe, expect, test } from 'vitest';
import { foldHtmlQuotes } from './fold-html-quotes.ts';
import { sanitiseLetterHtml } from './sanitise-letter-html.ts';

const fold = (html: string) => foldHtmlQuotes(sanitiseLetterHtml(html));

describe('foldHtmlQuotes', () => {
  test.each([
    [
      'Gmail',
      '<div>New</div><div class="gmail_quote"><div class="gmail_attr">On x wrote:</div><blockquote>old</blockquote></div>',
    ],
    ['Apple Mail', '<div>New</div><blockquote type="cite"><div>On x wrote:</div>old</blockquote>'],
    [
      'Thunderbird',
      '<p>New</p><div class="moz-cite-prefix">On x wrote:</div><blockquote type="cite">old</blockquote>',
    ],
    [
      'Outlook on the web',
      '<div>New</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg">From: x</div><div>old</div>',
    ],
    ['Outlook, answered again', '<div>New</div><div id="x_divRplyFwdMsg">From: x</div><div>old</div>'],
    [
      'Outlook for the desktop',
      '<div><p>New</p><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p><b>From:</b> x</p></div><p>old</p></div>',
    ],
    ['Yahoo', '<div>New</div><div class="yahoo_quoted">old</div>'],
    ['Proton Mail', '<div>New</div><div class="protonmail_quote">old</div>'],
    ['NetEase', '<div>New</div><blockquote id="isReplyContent">old</blockquote>'],
  ])('folds what %s marks', (_, html) => {
    const { html: now, history } = fold(html);
    expect(now).toContain('New');
    expect(now).not.toMatch(/old|wrote:|From:/);
    expect(history).toContain('old');
    expect(sanitiseLetterHtml(now)).toBe(now.replaceAll(/ data-quote="\w+"/g, ''));
  });

  test.each([
    [
      'answers between quotes',
      '<blockquote type="cite">a?</blockquote><p>yes</p><blockquote type="cite">b?</blockquote><p>no</p>',
    ],
    ['an answer below', '<div class="gmail_quote">old</div><p>New</p>'],
    ['a letter that is all quote', '<div class="gmail_quote">old</div>'],
    ['a quotation of the writer', '<p>They said</p><blockquote>wait</blockquote>'],
    ['nothing', ''],
  ])('keeps %s', (_, html) => {
    expect(fold(html)).toEqual({ html: sanitiseLetterHtml(html), history: '' });
  });
});

import { renderMarkdown } from '@fairlead/markdown';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alertTitles } from '../render/alert-titles.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';

const convert = (html: string) =>
  htmlToMarkdown(html, (url) => (url.endsWith('/123-Find-it') ? '../123' : url)).markdown;
const render = (text: string) =>
  renderMarkdown(text, {
    pageOf: () => '/help/en/a/b',
    fact: () => 'A FACT',
    pictureOf: () => undefined,
    alertTitles: alertTitles.en,
  });

describe('the HTML of an article', () => {
  test.each([
    [
      'headings',
      '<h1>One</h1><h2 id="x">Two <em>now</em></h2><h4>Four</h4>',
      '## One\n\n## Two *now*\n\n### Four',
    ],
    ['paragraphs and breaks', '<p>One<br>two</p><div>Three&nbsp; four</div>', 'One\\\ntwo\n\nThree four'],
    [
      'bold, with its spaces outside',
      '<p>Send<strong> only USDT </strong>here</p>',
      'Send **only USDT** here',
    ],
    [
      'steps, with what belongs to each',
      '<ol><li><p>Open it.</p><pre><code class="language-sh">ls\n</code></pre></li><li>Go on<ul><li>a</li><li>b</li></ul></li></ol>',
      '1. Open it.\n\n   ```sh\n   ls\n   ```\n\n2. Go on\n\n   - a\n   - b',
    ],
    ['lists within lists', '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>', '- a\n  - b\n- c'],
    [
      'tables',
      '<table><thead><tr><th>Coin</th><th>Fee</th></tr></thead><tbody><tr><td><p>USDT</p><p>TRC20</p></td><td>1 | 2</td></tr><tr><td>BTC</td></tr></tbody></table>',
      '| Coin | Fee |\n| --- | --- |\n| USDT TRC20 | 1 \\| 2 |\n| BTC |  |',
    ],
    [
      'callouts',
      '<div class="callout callout--warning"><p>Never</p><p>share it</p></div><p class="note">So.</p>',
      '> [!WARNING]\n> Never\n>\n> share it\n\n> [!NOTE]\n> So.',
    ],
    ['quotes', '<blockquote>So it is</blockquote>', '> So it is'],
    ['code', '<p><code>a`b</code></p><pre>x &lt; y\n```</pre>', '``a`b``\n\n````\nx < y\n```\n````'],
    ['links', '<a href="https://example.com/a (b)">x</a>', '[x](https://example.com/a%20%28b%29)'],
    [
      'links to other articles',
      '<a href="https://e.zendesk.com/hc/en-us/articles/123-Find-it">it</a>',
      '[it](../123)',
    ],
    [
      'pictures as links',
      '<img src="https://x.zendesk.com/a/b%20c.png">',
      '[b c.png](https://x.zendesk.com/a/b%20c.png)',
    ],
    [
      'videos as links',
      '<iframe src="https://www.youtube.com/embed/x"></iframe>',
      '[x](https://www.youtube.com/embed/x)',
    ],
    [
      'what looks like Markdown as text',
      '<p># *one* [x](y) &lt;b&gt; {{fee.BTC}} &amp;lt;</p>',
      '\\# \\*one\\* \\[x\\](y) \\<b\\> \\{{fee.BTC}} \\&lt;',
    ],
    [
      'the beginnings of lines as text',
      '<p>1. one<br>- two<br>+ three</p>',
      '1\\. one\\\n\\- two\\\n\\+ three',
    ],
    [
      'nothing that runs',
      '<p onclick="x()">a<script>x()</script><a href="javascript:x()">b</a><svg><text>c</text></svg></p>',
      'ab',
    ],
    ['nothing of nothing', '<div><p> &nbsp;</p><ul><li></li></ul><table></table></div>', ''],
  ])('keeps %s', (_, html, markdown) => {
    expect(convert(html)).toBe(markdown);
  });

  test('says how many pictures and videos were left as links', () => {
    const html =
      '<ul><li><img src="https://a.example/1.png"></li></ul><iframe src="https://b.example/2"></iframe>';
    expect(htmlToMarkdown(html, (url) => url).linked).toBe(2);
  });
});

const tags = [
  'p',
  'b',
  'ul',
  'li',
  'ol',
  'table',
  'tr',
  'td',
  'h2',
  'pre',
  'code',
  'div class="note"',
  'blockquote',
  'a href="https://e.example"',
];
test('an exclamation mark before a link stays one, and the link a link', () => {
  const { html } = render(
    convert('<p>Look<span>!</span><a href="https://e.example">here</a> <code>![</code></p>'),
  );
  expect(html).toContain('Look!<a ');
  expect(html).toContain('<code>![</code>');
  expect(html).not.toContain('<img');
});

test('hashes at the end of a heading are words of it', () => {
  expect(render(convert('<h2>Language C #</h2>')).html).toContain('>Language C #</h2>');
});

const pieces = fc.oneof(
  fc.constantFrom(...tags.map((it) => `<${it}>`), ...tags.map((it) => `</${it.split(' ')[0]}>`)),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '&amp;lt;script&amp;gt;',
    '[x](javascript:alert(1))',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="//evil.example">x</a>',
    '{{fee.BTC}}',
    '![x](data:text/html,x)',
    '```',
    '<!-- -->',
    '<br>',
    '\n',
    '|',
  ),
  fc.string({ maxLength: 12 }),
);

test('whatever it is, no element and no script of it gets through, and no live fact is made of it', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => {
      const { html } = render(convert(parts.join('')));
      const found = html.match(/<[^>]*>/g) ?? [];
      const known =
        /^<\/?(?:p|br|hr|h[23]|ul|ol|li|strong|em|s|code|pre|blockquote|aside|a|div|table|thead|tbody|tr|th|td)(?: (?:id|class|role|tabindex|start|rel|href)="[^"]*")*>$/;
      expect(found.filter((it) => !known.test(it))).toEqual([]);
      expect(html).not.toMatch(/href="(?!https?:\/\/|mailto:|\/help\/|#)/);
      expect(html).not.toContain('A FACT');
    }),
    { numRuns: 500 },
  );
});

test('words stay, whatever characters they are of', () => {
  const words = fc.stringMatching(/^[ -~]{1,40}$/).filter((it) => it.trim() !== '');
  const escape = (it: string) => it.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  fc.assert(
    fc.property(fc.constantFrom('p', 'li', 'td', 'h2', 'strong'), words, (tag, text) => {
      const { html } = render(convert(`<${tag}>${escape(text)}</${tag}>`));
      const shown = html
        .replace(/<[^>]*>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&');
      expect(shown.trim().replace(/\s+/g, ' ')).toBe(text.trim().replace(/\s+/g, ' '));
    }),
    { numRuns: 500 },
  );
});

// The parser alone would take minutes for each.
test.each(['<b><i>', '<div>', '<table><tr><td>', '<ul><li>', '<a@b> ', '<blockquote>'])(
  'very many of %s within each other are read, and what stands in them is kept',
  (unit) => {
    const html = `<p>Before</p>${unit.repeat(600_000 / unit.length)}deep inside`;
    const { markdown } = htmlToMarkdown(html, () => undefined);
    expect(markdown).toContain('Before');
    expect(markdown).toContain('deep inside');
  },
);

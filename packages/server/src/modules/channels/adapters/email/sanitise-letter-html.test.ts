import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { absent, evaluationData } from './evaluation-data.testing.ts';
import { sanitiseLetterHtml } from './sanitise-letter-html.ts';

interface Seen {
  readonly name: string;
  readonly attributes: Record<string, string>;
}

/** The HTML parser that the sanitiser brings along, so that the project needs none of its own. */
const parserModule: {
  Parser: new (handler: {
    onopentag(name: string, attributes: Record<string, string>): void;
    oncomment(): void;
  }) => { end(html: string): void };
} = createRequire(createRequire(import.meta.url).resolve('sanitize-html'))('htmlparser2');

function elementsOf(html: string): Seen[] {
  const seen: Seen[] = [];
  const parser = new parserModule.Parser({
    onopentag: (name, attributes) => seen.push({ name, attributes }),
    oncomment: () => seen.push({ name: '!--', attributes: {} }),
  });
  parser.end(html);
  return seen;
}

const dangerous =
  /^(?:!--|script|style|link|meta|base|iframe|frame|frameset|object|embed|applet|svg|math|form|input|button|textarea|select|template|noscript|title|audio|video|source|portal|xmp|plaintext|marquee|animate|set)$/;

/** What a page would run, load or submit for it. */
function executable(html: string): string[] {
  return elementsOf(html).flatMap(({ name, attributes }) => [
    ...(dangerous.test(name) ? [`<${name}>`] : []),
    ...Object.entries(attributes).flatMap(([attribute, value]) => {
      const bare = value.replace(/[\s\p{Cc}]/gu, '').toLowerCase();
      const bad =
        attribute.startsWith('on') ||
        [
          'srcdoc',
          'srcset',
          'formaction',
          'action',
          'background',
          'id',
          'class',
          'name',
          'xlink:href',
        ].includes(attribute) ||
        (attribute === 'href' && !/^(?:https?:|mailto:|tel:)/.test(bare)) ||
        (attribute === 'src' && !bare.startsWith('cid:')) ||
        (attribute === 'style' &&
          /url\(|expression|javascript|@|\\|position|behavior|-moz|\/\*/i.test(value));
      return bad ? [`${attribute}=${value}`] : [];
    }),
  ]);
}

/** The result is plain: tags and attributes in one form, so that every parser reads the same. */
const plain = /^(?:[^<]|<\/[a-z0-9]+>|<[a-z0-9]+(?: [a-z-]+(?:="[^"<>]*")?)*(?: \/)?>)*$/;

describe('sanitiseLetterHtml', () => {
  test.each([
    ['scripts', '<p>a<script>alert(1)</script>b</p>', '<p>ab</p>'],
    ['handlers', '<p onclick="x()" onload=y>a</p>', '<p>a</p>'],
    ['links to code', '<a href="java\tscript:x()">a</a>', '<a>a</a>'],
    ['data links', '<a href="data:text/html,x">a</a>', '<a>a</a>'],
    [
      'links',
      '<a href="https://htx.com/?a=1&b=2">a</a>',
      '<a href="https://htx.com/?a=1&amp;b=2" rel="noopener noreferrer nofollow" target="_blank">a</a>',
    ],
    [
      'remote images',
      '<img src="https://t.example/p.gif" width="1" alt="x">',
      '<img width="1" alt="x" data-remote-src="https://t.example/p.gif" />',
    ],
    [
      'images without scheme',
      '<img src="//t.example/p.gif">',
      '<img data-remote-src="https://t.example/p.gif" />',
    ],
    ['images of the letter', '<img src="cid:img1@x">', '<img src="cid:img1@x" />'],
    ['images of data', '<img src="data:image/png;base64,AAAA">', '<img />'],
    ['srcset', '<img srcset="https://t.example/p.gif 1x">', '<img />'],
    ['forms', '<form action="https://x"><input name=a>text</form>', 'text'],
    ['style sheets', '<style>@import url(x)</style><link rel=stylesheet href=x><p>a</p>', '<p>a</p>'],
    [
      'position',
      '<p style="position:fixed;top:0;color:red;margin:-9px;width:10px">a</p>',
      '<p style="color:red;width:10px">a</p>',
    ],
    [
      'loading styles',
      '<p style="background:url(https://t.example/x);background-color:#fff">a</p>',
      '<p style="background-color:#fff">a</p>',
    ],
    [
      'escapes in styles',
      '<p style="color:\\72 ed;font-family:\'Segoe UI\', sans-serif">a</p>',
      '<p style="font-family:\'Segoe UI\', sans-serif">a</p>',
    ],
    ['ids and classes', '<p id="root" class="btn" name="x" data-x="1">a</p>', '<p>a</p>'],
    ['marks of quotes', '<div class="gmail_quote x">a</div>', '<div data-quote="element">a</div>'],
    ['faked marks', '<p data-quote="&quot;><script>">a</p>', '<p>a</p>'],
  ])('makes %s safe', (_, html, safe) => {
    expect(sanitiseLetterHtml(html)).toBe(safe);
  });

  test('leaves nothing executable, whatever is nested in whatever', () => {
    const pieces = fc.constantFrom(
      '<svg>',
      '</svg>',
      '<math>',
      '<mtext>',
      '<style>',
      '</style>',
      '<script>',
      '</script>',
      '<img src=x onerror=alert(1)>',
      '<a href="javascript:alert(1)">',
      '</a>',
      '<noscript>',
      '</noscript>',
      '<title>',
      '</title>',
      '<textarea>',
      '<!--',
      '-->',
      '<table>',
      '<td background="javascript:x">',
      '<p title="',
      '">',
      '"',
      "'",
      '<',
      '>',
      '&lt;',
      '&#106;avascript:',
      '\0',
      '<iframe srcdoc="<script>x</script>">',
      '<form><input autofocus onfocus=x>',
      '<template>',
      '<plaintext>',
      '<xmp>',
      '<![CDATA[',
      ']]>',
      '<p style="x:expression(alert(1))">',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 15 }), (list) => {
        const safe = sanitiseLetterHtml(list.join(''));
        expect(executable(safe)).toEqual([]);
        expect(safe).toMatch(plain);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['nested elements', '<div>'.repeat(200_000)],
    ['signs', '<'.repeat(300_000)],
    ['ends', '</div>'.repeat(100_000)],
    ['comments', '<!--'.repeat(100_000)],
  ])('gets through many %s', (_, html) => {
    expect(executable(sanitiseLetterHtml(`${html}<p>x</p>`))).toEqual([]);
  });

  const path = evaluationData('xss/dompurify-expect.json');
  test.skipIf(path === null)(
    path === null ? absent('xss') : 'leaves nothing executable of known attacks',
    () => {
      const cases = z
        .array(z.object({ payload: z.string() }))
        .parse(JSON.parse(readFileSync(path ?? '', 'utf8')));
      const left = cases.flatMap(({ payload }) => {
        const safe = sanitiseLetterHtml(payload);
        return [...executable(safe), ...(plain.test(safe) ? [] : [safe])];
      });
      expect(cases.length).toBeGreaterThan(200);
      expect(left).toEqual([]);
    },
  );
});

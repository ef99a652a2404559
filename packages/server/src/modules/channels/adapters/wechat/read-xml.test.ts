import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../port.ts';
import { readXml } from './read-xml.ts';
import { xmlOf } from './wechat.testing.ts';

const read = (text: string) => Object.fromEntries(readXml(new TextEncoder().encode(text)));

describe('reading', () => {
  test.each([
    ['texts and numbers', '<xml><A><![CDATA[a]]></A><B>12</B></xml>', { A: 'a', B: '12' }],
    ['a declaration', '<?xml version="1.0"?>\n<xml><A>a</A></xml>\n', { A: 'a' }],
    ['the five entities', '<xml><A>&lt;b&gt; &amp; &quot;c&quot; &apos;</A></xml>', { A: '<b> & "c" \'' }],
    ['characters by number', '<xml><A>&#20320;&#x597D;</A></xml>', { A: '你好' }],
    ['CDATA that is cut in two', '<xml><A><![CDATA[x]]]]><![CDATA[>y]]></A></xml>', { A: 'x]]>y' }],
    ['markup in CDATA as text', '<xml><A><![CDATA[<B>&amp;</B>]]></A></xml>', { A: '<B>&amp;</B>' }],
    ['empty elements', '<xml><A/><B></B></xml>', { A: '', B: '' }],
    ['of several the first', '<xml><A>1</A><A>2</A></xml>', { A: '1' }],
    ['what stands deeper not at all', '<xml><A><B>deep</B></A><C>c</C></xml>', { A: '', C: 'c' }],
    ['no control characters', '<xml><A>a\u0000b\u0008c\nd</A></xml>', { A: 'abc\nd' }],
  ])('takes %s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    ['a document type', '<!DOCTYPE xml><xml><A>a</A></xml>'],
    ['entities that multiply', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><xml><A>&b;</A></xml>'],
    ['an entity that names a file', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xml>&a;</xml>'],
    ['an entity that nobody defined', '<xml><A>&nbsp;</A></xml>'],
    ['a bare ampersand', '<xml><A>a & b</A></xml>'],
    ['attributes', '<xml><A b="c">a</A></xml>'],
    ['comments', '<xml><!-- a --><A>a</A></xml>'],
    ['other instructions', '<xml><?php echo 1 ?></xml>'],
    ['half a character', '<xml><A>&#xD800;</A></xml>'],
    ['character zero', '<xml><A>&#0;</A></xml>'],
    ['ends that do not match', '<xml><A>a</B></xml>'],
    ['a second root', '<xml></xml><xml></xml>'],
    ['text beside elements', '<xml>a<A>b</A></xml>'],
    ['text behind the end', '<xml></xml>a'],
    ['what never ends', '<xml><A><![CDATA[a</A></xml>'],
    ['what is too deep', `${'<a>'.repeat(20)}${'</a>'.repeat(20)}`],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(() => read(text)).toThrow(Failure);
  });

  test('gives back every text that was written, however it is made', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 }).map((it) => it.toWellFormed());
    fc.assert(
      fc.property(text, (said) => {
        const kept = said.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '');
        expect(read(xmlOf({ Content: said, MsgId: 7 }))).toEqual({ Content: kept, MsgId: '7' });
      }),
    );
  });

  test('takes no longer than a text is long', () => {
    const opened = `<xml>${'<A>'.repeat(100_000)}`;
    const plain = `<xml><A>${'a'.repeat(900_000)}</A></xml>`;
    const before = performance.now();
    expect(() => read(opened)).toThrow(Failure);
    expect(read(plain)['A']).toHaveLength(900_000);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});

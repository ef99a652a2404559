import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTranslation } from './check-translation.ts';
import { findExactParts } from './exact-parts.ts';
import { type MarkStyle, protect } from './protect.ts';
import { restore } from './restore.ts';

const keep = ['HTX', 'HTX DAO'];
const partsOf = (text: string) =>
  findExactParts(text, 'en', keep).map(({ start, end }) => text.slice(start, end));
const txid = '5b8e0c47a19d3f62e7048bd1c95a6f30724e8db16c9f05a3d28417e6bc90f35a';
const address = 'TJRabPrwbZy45sbavfcjinPJC18kjpRTv8';

describe('what is exact', () => {
  test.each<[string, string[]]>([
    [`My TXID is ${txid}.`, [txid]],
    [`Sent to ${address} on TRC20, 1,250.50 USDT`, [address, 'TRC20', '1,250.50 USDT']],
    [
      'See https://example.com/a?b=1, or write to help@example.com.',
      ['https://example.com/a?b=1', 'help@example.com'],
    ],
    ['Ticket #10423 since 2026-11-26 14:30', ['#10423', '2026-11-26', '14:30']],
    ['Error ERR-1042 and 2FA in HTX DAO, not in HTXX', ['ERR-1042', '2FA', 'HTX DAO']],
    ['Hello {{customer.name}}, wait 24h', ['{{customer.name}}', '24']],
    ['PLEASE HELP ME NOW', []],
    ['fee of 0.5% or $12', ['0.5%', '$12']],
    ['提现100USDT没到', ['100USDT']],
    ['مبلغ ٢٥٠ دولار', ['٢٥٠']],
  ])('%s', (text, parts) => {
    expect(partsOf(text)).toEqual(parts);
  });
});

const pieces = fc.oneof(
  fc.constantFrom(
    txid,
    address,
    '100 USDT',
    '#77',
    'HTX',
    '{{name}}',
    '[P1]',
    '<x id="P1"/>',
    '&lt;',
    '&',
    '<b>',
    '【Q2】',
    '2026-11-26',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(' ', '\n', 'không ', '到账', 'hello '),
);
const texts = fc.array(pieces, { maxLength: 12 }).map((it) => it.join(' '));

describe.each<MarkStyle>(['brackets', 'xml'])('marks: %s', (style) => {
  test('what was protected and not touched comes back as it was', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const guarded = protect(text, findExactParts(text, 'en', keep), style);
        expect(restore(guarded.text, guarded)).toEqual({ text, whole: true });
      }),
      { numRuns: 500 },
    );
  });

  test('a provider that drops, doubles or changes a mark is caught', () => {
    const known = fc.array(fc.constantFrom(txid, address, '100 USDT', '#77', '2026-11-26'), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(known, fc.nat(), fc.constantFrom('drops', 'doubles', 'changes'), (parts, at, what) => {
        const text = parts.map((part) => `about ${part} here`).join(' and ');
        const guarded = protect(text, findExactParts(text, 'en', keep), style);
        const number = (at % guarded.parts.length) + 1;
        const mark = style === 'xml' ? `<x id="P${number}"/>` : `[P${number}]`;
        expect(guarded.text).toContain(mark);
        const other = mark.replace(String(number), String(number + 1));
        const into = { drops: '', doubles: `${mark} ${mark}`, changes: other }[what];
        expect(restore(guarded.text.replace(mark, into), guarded).whole).toBe(false);
      }),
    );
  });

  test('blanks and wide brackets do not matter', () => {
    const guarded = protect('send 5 to me', findExactParts('send 5 to me', 'en', []), style);
    const bent = style === 'xml' ? 'gửi <x id="P1"></x> cho tôi' : 'gửi 【 p 1 】 cho tôi';
    expect(restore(bent, guarded)).toEqual({ text: 'gửi 5 cho tôi', whole: true });
  });
});

test('whatever becomes of an exact part, the check that reads both texts sees it', () => {
  const all = [txid, address, 'ERR-1042', '#77', 'help@example.com', '250'];
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom(...all), { minLength: 1 }),
      fc.nat(),
      fc.constantFrom('drops', 'doubles', 'changes'),
      (parts, at, what) => {
        const source = parts.map((part) => `about ${part} here`).join(' and ');
        const part = parts[at % parts.length] ?? '';
        const into = { drops: '', doubles: `${part} ${part}`, changes: `${part.slice(0, -1)}9z` }[what];
        const target = source.replace(part, into);
        const { score, reasons } = checkTranslation({
          source,
          target,
          from: 'en',
          to: 'vi',
          keep,
          terms: [],
          back: null,
          whole: true,
        });
        expect(score).toBeLessThan(0.7);
        expect(reasons.some((it) => /^part_|numbers_differ/.test(it))).toBe(true);
      },
    ),
  );
});

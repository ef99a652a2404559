import { describe, expect, it } from 'vitest';
import { toCsv } from './csv.ts';

describe('toCsv', () => {
  it('quotes what needs it and begins with a byte order mark', () => {
    expect(
      toCsv([
        ['名称', 'Note'],
        ['a,b', 'say "hi"\nthere'],
        [3, 'plain'],
      ]),
    ).toBe('\uFEFF名称,Note\r\n"a,b","say ""hi""\nthere"\r\n3,plain\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '＝1+1', '－1', '＋1', '＠SUM(A1)'])(
    'keeps %j from running as a formula',
    (text) => {
      expect(toCsv([[text]])).toContain(`'${text}`);
    },
  );

  it('leaves negative numbers numbers', () => {
    expect(toCsv([[-5]])).toBe('\uFEFF-5\r\n');
  });
});

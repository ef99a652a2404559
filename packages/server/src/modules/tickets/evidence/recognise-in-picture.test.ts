import { expect, test } from 'vitest';
import { recogniseInPicture } from './recognise-in-picture.ts';

const found = (readings: string[][], language = 'en', longIds: Array<{ rows: string[][] }> = []) =>
  recogniseInPicture({ readings, longIds }, language).map((it) => [it.kind, it.text, it.misread]);

test('what two readings have alike counts, be it parted by blanks or not', () => {
  const readings = [['Số lượng 519.3USDC'], ['S6 lugng 519.3 USDC'], ['S6 lugng 519.8 USDC']];
  expect(found(readings, 'vi')).toEqual([['amount', '519.3USDC', false]]);
});

test('what one reading has alone is left out', () => {
  expect(found([['850 XRP'], ['860 XRP']])).toEqual([]);
});

test('a label is read in its language, the number after it in another reading too', () => {
  const english = ['EEHS 6620195384417', 'SHIRES 10056'];
  const readings = [['订单号 6620195384417', '错误码 10056'], english, english];
  expect(found(readings, 'zh')).toEqual([
    ['order_id', '6620195384417', false],
    ['error_code', '10056', false],
  ]);
  expect(found([['订单号 6620195384417'], ['EEHS 66201953844170'], ['x']], 'zh')).toEqual([]);
});

test('long ids come from where they were looked at closely, never from the lines', () => {
  const hex = 'a8f5f167f44f4964e6c998dee827110c7f1b1a3f0e6f2a9b6c1f6a0d4e2b9c73';
  expect(found([[hex], [hex]])).toEqual([]);
  expect(found([[], []], 'en', [{ rows: [[hex, hex, hex]] }])).toEqual([['txid', hex, false]]);
});

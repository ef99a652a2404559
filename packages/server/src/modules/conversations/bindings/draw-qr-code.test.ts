import { create } from 'qrcode';
import { expect, test } from 'vitest';
import { drawQrCode } from './draw-qr-code.ts';

test.each(['http://weixin.qq.com/q/02abc', 'https://t.me/htx_demo_support_bot?start=ABCD-EFGH'])(
  '%s is drawn square by square, with room around it',
  (text) => {
    const { size, path } = drawQrCode(text);
    const { modules } = create(text, { errorCorrectionLevel: 'M' });
    expect(size).toBe(modules.size + 6);
    const dark = [...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`);
    const expected = [];
    for (let row = 0; row < modules.size; row++)
      for (let column = 0; column < modules.size; column++)
        if (modules.get(row, column)) expected.push(`${column + 3} ${row + 3}`);
    expect(dark).toEqual(expected);
  },
);

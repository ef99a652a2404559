import { expect, it } from 'vitest';
import { svgOf } from './qr-picture.ts';

it('is a picture of dark squares on white with a quiet zone of four, another for another text', () => {
  const svg = svgOf('https://t.me/htx_support_bot');
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 (\d+) \1"/);
  expect(svg).toContain('fill="#fff"/><path d="M4 4h1v1h-1z');
  expect(svg).not.toMatch(/M[0-3] |M\d+ [0-3]h/);
  expect(svgOf('https://m.me/htx')).not.toBe(svg);
});

import { expect, test } from 'vitest';
import { letterDocument } from './letter-document.ts';

const read = (html: string, inline: Record<string, string> = {}) =>
  letterDocument(html, new Map(Object.entries(inline)));

test('the page lets nothing run and nothing be fetched', () => {
  expect(read('<p>Hello</p>').page).toContain(
    `content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"`,
  );
});

test('pictures that came along are put in, others stay out and are counted', () => {
  const html = '<img alt="" src="cid:a"><img src="cid:b"><img data-remote-src="https://track.example/x.png">';
  const { page, blocked } = read(html, { a: 'data:image/png;base64,AA', b: 'https://evil.example/x.png' });
  expect(page.match(/<img[^>]*>/g)).toEqual([
    '<img alt="" src="data:image/png;base64,AA">',
    '<img>',
    '<img data-remote-src="https://track.example/x.png">',
  ]);
  expect(blocked).toBe(1);
});

test('pictures from elsewhere that were fetched are put in, and only as pictures', () => {
  const html =
    '<img data-remote-src="https://a.example/?x=1&amp;y=2" width="1"><img data-remote-src="https://a.example/?x=1&amp;y=2"><img data-remote-src="https://b.example/">';
  const remote = new Map([
    ['https://a.example/?x=1&amp;y=2', 'data:image/gif;base64,AA'],
    ['https://b.example/', 'https://b.example/'],
  ]);
  const { page, blocked } = letterDocument(html, new Map(), remote);
  expect(page.match(/<img[^>]*>/g)).toEqual([
    '<img src="data:image/gif;base64,AA" width="1">',
    '<img src="data:image/gif;base64,AA">',
    '<img data-remote-src="https://b.example/">',
  ]);
  expect(blocked).toBe(1);
});

test('a link says where it leads when its words do not', () => {
  const { page } = read(
    '<a href="https://evil.example/in" target="_blank">https://bank.example</a> <a href="https://a.example">see a.example</a> <a href="mailto:a@b.c">a@b.c</a>',
  );
  expect(page).toContain('https://bank.example <small>[evil.example]</small></a>');
  expect(page).toContain('see a.example</a>');
  expect(page).toContain('>a@b.c</a>');
});

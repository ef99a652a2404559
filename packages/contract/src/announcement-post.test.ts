import { expect, test } from 'vitest';
import { announcementPostLength } from './announcement-post.ts';
import { weightedLength } from './weighted-length.ts';

const link = 'https://help.example.com/announcements/en/maintenance-1234567890';

test.each([
  ['by UTF-16 units', 'Maintenance', null, undefined, 11],
  ['with its link', 'Maintenance', link, undefined, 11 + 2 + link.length],
  ['as X counts', '维护 on Sunday', null, weightedLength, 2 * 2 + 10],
  ['as X counts, with its link', '维护 on Sunday', link, weightedLength, 2 * 2 + 10 + 2 + 23],
])('%s', (_, text, address, measure, length) => {
  expect(announcementPostLength(text, address, measure)).toBe(length);
});

import { expect, test } from 'vitest';
import { readSource } from './read-source.ts';

test('headers are unfolded and keep their order, also where one stands twice', () => {
  const source = [
    'Received: from a.example',
    '\tby b.example; Fri, 5 Jan 2024 10:30:00 +0000',
    'Received: from c.example',
    'no header at all',
    'Subject:  =?utf-8?q?Hello?=',
    'X-Empty:',
    '',
    'Body: not a header',
  ];
  for (const end of ['\r\n', '\n'])
    expect(readSource(source.join(end)).headers).toEqual([
      { name: 'Received', value: 'from a.example by b.example; Fri, 5 Jan 2024 10:30:00 +0000' },
      { name: 'Received', value: 'from c.example' },
      { name: 'Subject', value: '=?utf-8?q?Hello?=' },
      { name: 'X-Empty', value: '' },
    ]);
});

test('a long source is shown from its beginning, and says so', () => {
  const read = readSource(`A: b\r\n\r\n${'x'.repeat(300_000)}`);
  expect(read.text).toHaveLength(200_000);
  expect(read.whole).toBe(false);
  expect(readSource('A: b')).toEqual({ headers: [{ name: 'A', value: 'b' }], text: 'A: b', whole: true });
});

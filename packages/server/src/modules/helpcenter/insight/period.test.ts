import { expect, test } from 'vitest';
import { periodOf } from './period.ts';

test.each([
  [1, '2026-11-26T00:00:00.000Z', '2026-11-25T00:00:00.000Z'],
  [7, '2026-11-20T00:00:00.000Z', '2026-11-13T00:00:00.000Z'],
  [28, '2026-10-30T00:00:00.000Z', '2026-10-02T00:00:00.000Z'],
])('%i days begin at %s, those before at %s', (days, from, before) => {
  for (const now of ['2026-11-26T00:00:00Z', '2026-11-26T23:59:59Z'])
    expect(periodOf(new Date(now), { days, locale: undefined })).toEqual({
      from: new Date(from),
      before: new Date(before),
      locale: null,
    });
});

import { describe, expect, it } from 'vitest';
import { message, own, pending } from '../testing/samples.ts';
import { type Row, threadRows } from './thread-rows.ts';

/** Local times, as days are those of this device. */
const on = (day: number, hour: number, minute: number) => new Date(2026, 2, day, hour, minute).toISOString();
const shape = (rows: Row[]) =>
  rows.map((row) =>
    row.is === 'group' ? `${row.mine ? 'mine' : row.author?.name} ${row.entries.length}` : row.is,
  );

describe('the rows of a thread', () => {
  it('gather what one author wrote in one go', () => {
    const mei = { type: 'agent', id: 'a2', name: 'Mei' } as const;
    const rows = threadRows(
      [
        { ...own(1, 'a'), createdAt: on(1, 9, 0) },
        { ...own(2, 'b'), createdAt: on(1, 9, 1) },
        message(3, { createdAt: on(1, 9, 2) }),
        message(4, { createdAt: on(1, 9, 3), author: mei }),
        message(5, { createdAt: on(1, 9, 30), author: mei }),
      ],
      [],
    );
    expect(shape(rows)).toEqual(['day', 'mine 2', 'Lin 1', 'Mei 1', 'Mei 1']);
  });

  it('stand under their days', () => {
    const system = { type: 'system', id: null, name: null } as const;
    const rows = threadRows(
      [
        message(1, { createdAt: on(1, 23, 59) }),
        message(2, { createdAt: on(2, 0, 1) }),
        message(3, { createdAt: on(3, 9, 0), kind: 'system', author: system }),
      ],
      [],
    );
    expect(shape(rows)).toEqual(['day', 'Lin 1', 'day', 'Lin 1', 'day', 'system']);
  });

  it('end with what is on its way, whatever this device’s clock says', () => {
    const rows = threadRows(
      [{ ...own(1, 'a'), createdAt: on(2, 9, 0) }],
      [pending('b', { createdAt: on(1, 9, 0) })],
    );
    expect(shape(rows)).toEqual(['day', 'mine 2']);
  });

  it('show a message once while it is both stored and on its way', () => {
    const stored = { ...own(1, 'a'), createdAt: on(1, 9, 0) };
    expect(shape(threadRows([stored], [pending('a', { echoId: 'm1' })]))).toEqual(['day', 'mine 1']);
    expect(shape(threadRows([], [pending('a', { echoId: 'm1' })]))).toEqual(['day', 'mine 1']);
  });
});

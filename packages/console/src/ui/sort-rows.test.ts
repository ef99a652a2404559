import { describe, expect, it } from 'vitest';
import { sortRows } from './sort-rows.ts';

const rows = [{ v: 10 }, { v: null }, { v: 9 }];

describe('sortRows', () => {
  it('puts what has no value last in both directions', () => {
    expect(sortRows(rows, (row) => row.v, false).map((row) => row.v)).toEqual([9, 10, null]);
    expect(sortRows(rows, (row) => row.v, true).map((row) => row.v)).toEqual([10, 9, null]);
  });

  it('counts figures in texts, and is stable', () => {
    const names = ['agent10', 'Agent9', 'agent9'];
    expect(sortRows(names, (name) => name, false)).toEqual(['Agent9', 'agent9', 'agent10']);
  });

  it('leaves the given rows alone', () => {
    const given = [2, 1];
    sortRows(given, (row) => row, false);
    expect(given).toEqual([2, 1]);
  });
});

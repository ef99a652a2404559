import { describe, expect, it } from 'vitest';
import { isFiltered, queryOf, type TicketSearch, ticketSearch, withoutFilters } from './ticket-search.ts';

describe('the address', () => {
  it('drops what it does not know, and reads a number that the router made of text', () => {
    expect(
      ticketSearch({ q: 10423, status: 'lost', priority: 'urgent', sort: '-created', other: 1 }),
    ).toEqual({
      q: '10423',
      priority: 'urgent',
      sort: '-created',
    });
  });

  it('keeps view and order when the filters go', () => {
    const search = ticketSearch({ view: 'open', status: 'new', sort: 'priority' });
    expect(isFiltered(search)).toBe(true);
    expect(withoutFilters(search)).toEqual({ view: 'open', sort: 'priority' });
    expect(isFiltered(withoutFilters(search))).toBe(false);
  });
});

it.each<[string, TicketSearch, ReturnType<typeof queryOf>]>([
  ['nothing', {}, { view: 'mine' }],
  ['a search looks in every view', { view: 'open', q: 'memo' }, { q: 'memo' }],
  ['me', { assignee: 'me' }, { view: 'mine', filter: { all: [{ field: 'mine' }], any: [] } }],
  ['nobody', { assignee: 'nobody' }, { view: 'mine', filter: { all: [{ field: 'unassigned' }], any: [] } }],
  [
    'two that must both hold',
    { view: 'open', status: 'new', language: 'vi' },
    {
      view: 'open',
      filter: {
        all: [
          { field: 'status', in: ['new'] },
          { field: 'language', in: ['vi'] },
        ],
        any: [],
      },
    },
  ],
  ['latest first', { sort: '-created' }, { view: 'mine', sort: 'created', direction: 'desc' }],
  ['least urgent first', { sort: 'priority' }, { view: 'mine', sort: 'priority', direction: 'asc' }],
])('asks for %s', (_, search, expected) => {
  expect(queryOf(search)).toEqual(expected);
});

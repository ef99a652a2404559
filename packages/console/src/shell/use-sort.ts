import { useNavigate, useSearch } from '@tanstack/react-router';
import { sortFromAddress, sortToAddress } from '../ui/sort-address.ts';
import type { SortState } from '../ui/sort-rows.ts';

/** The order of the table on a page, which stands in the address like filters do, and the way to change it. */
export function useSort(initial: SortState | null = null) {
  const { sort: asked } = useSearch({ strict: false });
  const navigate = useNavigate();
  const sort = asked ? sortFromAddress(asked) : initial;
  const onSort = (next: SortState) =>
    void navigate({
      to: '.',
      search: (before) => ({ ...before, sort: sortToAddress(next) }),
      replace: true,
    });
  return { sort, onSort };
}

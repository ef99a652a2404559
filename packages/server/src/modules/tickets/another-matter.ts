import type { Category } from '@fairlead/contract';

const branchOf = (category: Category): string => category.split('.')[0] ?? category;

/**
 * Whether a matter is clearly another than that of a ticket: it belongs to another branch of the categories. What is not sorted may be anything, and a complaint is
 * about what there is already. Pure.
 */
export function isAnotherMatter(of: Category, matter: Category): boolean {
  const branches = [branchOf(of), branchOf(matter)];
  return branches[0] !== branches[1] && !branches.includes('other' satisfies Category);
}

/** Longest part of an address that the contract takes, with room for a number behind it. */
const longest = 70;

/** Part of an address made of a title's Latin words; empty where it has none. */
export function slugOfTitle(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '');
}

/** The wish, or the first of `wish-2`, `wish-3`, ... that is free. */
export function freeSlug(wish: string, isTaken: (slug: string) => boolean): string {
  let slug = wish;
  for (let n = 2; isTaken(slug); n++) slug = `${wish}-${n}`;
  return slug;
}

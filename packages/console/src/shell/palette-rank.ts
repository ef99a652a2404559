import { defaultFilter } from 'cmdk';

/** What begins the value of an entry that the server found. */
export const foundPrefix = 'found-';

/** Letters picked out of several words match anything: below this a command is not what was meant, and Enter must not run it. */
const meant = 0.05;

/** How well an entry of the palette fits: commands that are meant, and then what the server found, by more than its name. */
export function paletteRank(value: string, search: string, keywords?: string[]): number {
  if (value.startsWith(foundPrefix)) return meant / 2;
  const score = defaultFilter(value, search, keywords);
  return score >= meant ? score : 0;
}

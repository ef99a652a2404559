import { maximumBulk } from '@fairlead/contract';

/** Chosen tickets, at most as many as can be changed at once. */
export type Selection = ReadonlySet<string>;

export const nothingSelected: Selection = new Set();

/** Puts a ticket in or takes it out; beyond the most that can be changed at once nothing is added. */
export function toggled(selection: Selection, id: string): Selection {
  const next = new Set(selection);
  if (!next.delete(id) && next.size < maximumBulk) next.add(id);
  return next;
}

/** All that are shown, as many as can be; none where all were chosen already. */
export function allToggled(selection: Selection, shown: readonly string[]): Selection {
  const most = shown.slice(0, maximumBulk);
  return most.every((id) => selection.has(id)) ? nothingSelected : new Set(most);
}

/** Of what was chosen, what is still shown. */
export function stillShown(selection: Selection, shown: readonly string[]): string[] {
  return shown.filter((id) => selection.has(id));
}

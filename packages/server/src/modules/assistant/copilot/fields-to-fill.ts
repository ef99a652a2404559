import type { FormKey, TicketEntity, TicketFields } from '@fairlead/contract';

/** What stands in a thread and is missing in its ticket's form. */
export interface FieldsToFill {
  /** Each with all that it fills in; what a machine may have misread says so. */
  readonly chips: ReadonlyArray<{ readonly fields: TicketFields; readonly misread: boolean }>;
  /** What nothing else in the thread contradicts. */
  readonly all: TicketFields;
}

/** What entities of a case can fill into its form where that is empty; null where that is nothing. Pure. */
export function fieldsToFill(
  entities: ReadonlyArray<Pick<TicketEntity, 'fields' | 'misread'>>,
  held: TicketFields,
): FieldsToFill | null {
  const chips = new Map<string, { fields: TicketFields; misread: boolean }>();
  const values = new Map<FormKey, Set<string>>();
  for (const { fields, misread } of entities) {
    const free = entriesOf(fields).filter(([key]) => held[key] === undefined);
    if (free.length === 0) continue;
    const name = JSON.stringify(free);
    if (!chips.has(name)) chips.set(name, { fields: Object.fromEntries(free), misread });
    for (const [key, value] of free) {
      const others = values.get(key) ?? new Set();
      // What may be misread contradicts nothing, and is not filled in without being looked at.
      if (!misread) values.set(key, others.add(value));
    }
  }
  if (chips.size === 0) return null;
  const sure = [...values].flatMap(([key, found]) => {
    const [only] = found;
    return only !== undefined && found.size === 1 ? [[key, only] as const] : [];
  });
  return { chips: [...chips.values()], all: Object.fromEntries(sure) };
}

const entriesOf = (fields: TicketFields) => Object.entries(fields) as Array<[FormKey, string]>;

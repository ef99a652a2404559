import { fieldKeys } from './ticket-forms.ts';

/** What texts about a ticket can name: `{customer.name}`; of fields `{field.amount}`. */
export const placeholders = [
  'customer.name',
  'ticket.number',
  'ticket.subject',
  'agent.name',
  ...fieldKeys.map((key) => `field.${key}` as const),
] as const;
export type Placeholder = (typeof placeholders)[number];

const written = /\{\s*([a-z][a-z_]*(?:\.[a-z_]+)*)\s*\}/gi;
const known: ReadonlySet<string> = new Set(placeholders);

/** The placeholders that a text names and that there are none of, each once, in order. */
export function unknownPlaceholders(text: string): string[] {
  const names = [...text.matchAll(written)].map(([, name = '']) => name);
  return [...new Set(names)].filter((name) => !known.has(name));
}

/**
 * The text with its placeholders filled in, and which of them had no value: those stay as they are written. What a value holds is not
 * looked through again.
 */
export function fillPlaceholders(
  text: string,
  values: Readonly<Partial<Record<Placeholder, string>>>,
): { text: string; empty: Placeholder[] } {
  const empty = new Set<Placeholder>();
  const filled = text.replace(written, (whole, name: string) => {
    if (!known.has(name)) return whole;
    const value = values[name as Placeholder];
    if (value) return value;
    empty.add(name as Placeholder);
    return whole;
  });
  return { text: filled, empty: [...empty] };
}

import { fieldKeys, type OwnFieldKey } from './ticket-forms.ts';

/** What texts about a ticket can name: `{customer.name}`; of fields `{field.amount}`. */
export const placeholders = [
  'customer.name',
  'ticket.number',
  'ticket.subject',
  'agent.name',
  ...fieldKeys.map((key) => `field.${key}` as const),
] as const;
/** Besides those listed, every field that administrators made. */
export type Placeholder = (typeof placeholders)[number] | `field.${OwnFieldKey}`;

const written = /\{\s*([a-z][a-z_]*(?:\.[a-z_]+)*)\s*\}/gi;
const listed: ReadonlySet<string> = new Set(placeholders);
const isKnown = (name: string) => listed.has(name) || /^field\.own_[a-z_]+$/.test(name);

/** The placeholders that a text names and that there are none of, each once, in order. */
export function unknownPlaceholders(text: string): string[] {
  const names = [...text.matchAll(written)].map(([, name = '']) => name);
  return [...new Set(names)].filter((name) => !isKnown(name));
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
    if (!isKnown(name)) return whole;
    const value = values[name as Placeholder];
    if (value) return value;
    empty.add(name as Placeholder);
    return whole;
  });
  return { text: filled, empty: [...empty] };
}

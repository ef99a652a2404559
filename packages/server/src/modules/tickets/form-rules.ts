import { checkAddress, recogniseAddress, recogniseTxid } from '@fairlead/chains';
import {
  type Category,
  choicesOf,
  type FieldKey,
  fieldTypeOf,
  formOf,
  isAsked,
  maximumFieldLength,
  type Network,
  networks,
  type TicketFields,
} from '@fairlead/contract';
import { type Failure, fail } from '../../platform/fail.ts';

type Values = TicketFields;

const chainOf = (network: string | undefined) =>
  network !== undefined && Object.hasOwn(networks, network) ? networks[network as Network].chain : null;

/** What is wrong with a value, or null. Values arrive trimmed and not empty. */
function problemOf(key: FieldKey, value: string, values: Values): Failure | null {
  const right = (fits: boolean) => (fits ? null : fail('ticket.field_invalid', { field: key }));
  const type = fieldTypeOf(key);
  if (value.length > maximumFieldLength[type]) return right(false);
  switch (type) {
    case 'network':
    case 'choice':
      return right(choicesOf(key).includes(value));
    case 'asset':
      return right(/^[A-Z0-9]{1,20}$/.test(value));
    case 'amount':
      return right(/^\d{1,20}(\.\d{1,18})?$/.test(value) && /[1-9]/.test(value));
    case 'date':
      return right(isDate(value));
    case 'url':
      return right(/^https?:\/\//i.test(value) && URL.canParse(value));
    case 'order_id':
      return right(/^[\w.-]+$/.test(value));
    case 'error_code':
    case 'memo':
    case 'device':
      return right(!/[\r\n]/.test(value));
    case 'text':
      return null;
    case 'txid':
      return isTxid(value, values.network) ? null : fail('ticket.txid_invalid', { field: key });
    case 'address':
      return addressProblem(key, value, values.network);
  }
}

function isDate(value: string): boolean {
  if (!/^20\d\d-\d\d-\d\d$/.test(value)) return false;
  const read = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(value);
}

function isTxid(value: string, network: string | undefined): boolean {
  const chain = chainOf(network);
  return chain === null ? /^[\w+/=-]{16,}$/.test(value) : recogniseTxid(value).includes(chain);
}

function addressProblem(key: FieldKey, value: string, network: string | undefined): Failure | null {
  const chain = chainOf(network);
  const problem = chain === null ? (recogniseAddress(value)?.problem ?? null) : checkAddress(chain, value);
  if (problem === 'checksum') return fail('ticket.address_mistyped', { field: key });
  const fits = problem === null && /^\S{8,}$/.test(value);
  return fits ? null : fail('ticket.address_invalid', { field: key });
}

/** A value as it is kept. */
function tidied(key: FieldKey, value: string): string {
  const clean = value.replaceAll('\u0000', '').toWellFormed().trim();
  return fieldTypeOf(key) === 'asset' ? clean.toUpperCase() : clean;
}

/**
 * The fields of a ticket of `category` after `entered` was filled in over `held`; an empty text clears a field. What is held of
 * another category's form stays: evidence is not lost by sorting anew. With `complete` (a customer's form) nothing that is required
 * and asked for may be missing. Throws `ticket.field_unknown`, `ticket.field_required`, `ticket.field_invalid`, `ticket.txid_invalid`,
 * `ticket.address_invalid` or `ticket.address_mistyped`, each with the field.
 */
export function filledIn(
  category: Category,
  held: Values,
  entered: Values,
  { complete }: { complete: boolean },
): Values {
  const form = formOf(category);
  const values: Values = { ...held };
  for (const key of Object.keys(entered) as FieldKey[]) {
    const value = tidied(key, entered[key] ?? '');
    // Clearing is always possible, also of what an earlier category asked for.
    if (value === '') delete values[key];
    else if (!form.some((field) => field.key === key) && held[key] === undefined) {
      throw fail('ticket.field_unknown', { field: key });
    } else values[key] = value;
  }
  for (const [key, value] of Object.entries(values) as Array<[FieldKey, string]>) {
    const problem = problemOf(key, value, values);
    if (problem) throw problem;
  }
  if (!complete) return values;
  for (const field of form) {
    if (field.required && isAsked(field, values) && values[field.key] === undefined) {
      throw fail('ticket.field_required', { field: field.key });
    }
  }
  return values;
}

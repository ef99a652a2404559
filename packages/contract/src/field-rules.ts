import { checkAddress, recogniseAddress, recogniseTxid } from '@fairlead/chains';
import {
  choicesOf,
  type FieldDefinition,
  type FieldKey,
  fieldTypeOf,
  isAsked,
  maximumFieldLength,
  type Network,
  networks,
} from './ticket-forms.ts';

/** What a form holds, by field. */
type Values = Partial<Readonly<Record<FieldKey, string>>>;

/** What can be wrong with a value of a form: codes of the error catalogue. */
export type FieldProblem =
  | 'ticket.field_required'
  | 'ticket.field_invalid'
  | 'ticket.txid_invalid'
  | 'ticket.address_invalid'
  | 'ticket.address_mistyped';

/** A value as it is kept: without what no text may hold, without space around it, coins in capitals. */
export function tidiedField(key: FieldKey, value: string): string {
  const clean = value.replaceAll('\u0000', '').toWellFormed().trim();
  return fieldTypeOf(key) === 'asset' ? clean.toUpperCase() : clean;
}

/** What is wrong with a value that is tidy and not empty, given what the others hold; null when nothing is. */
export function fieldProblem(key: FieldKey, value: string, values: Values): FieldProblem | null {
  const right = (fits: boolean) => (fits ? null : 'ticket.field_invalid');
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
      return isTxid(value, values.network) ? null : 'ticket.txid_invalid';
    case 'address':
      return addressProblem(value, values.network);
  }
}

/** What a customer must still fill in or correct in a field of their form; null when nothing. What is not asked for is not looked at. */
export function formProblem(field: FieldDefinition, entered: Values): FieldProblem | null {
  if (!isAsked(field, entered)) return null;
  const value = tidiedField(field.key, entered[field.key] ?? '');
  if (value === '') return field.required ? 'ticket.field_required' : null;
  return fieldProblem(field.key, value, entered);
}

function isDate(value: string): boolean {
  if (!/^20\d\d-\d\d-\d\d$/.test(value)) return false;
  const read = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(value);
}

const chainOf = (network: string | undefined) =>
  network !== undefined && Object.hasOwn(networks, network) ? networks[network as Network].chain : null;

function isTxid(value: string, network: string | undefined): boolean {
  const chain = chainOf(network);
  return chain === null ? /^[\w+/=-]{16,}$/.test(value) : recogniseTxid(value).includes(chain);
}

function addressProblem(value: string, network: string | undefined): FieldProblem | null {
  const chain = chainOf(network);
  const problem = chain === null ? (recogniseAddress(value)?.problem ?? null) : checkAddress(chain, value);
  if (problem === 'checksum') return 'ticket.address_mistyped';
  return problem === null && /^\S{8,}$/.test(value) ? null : 'ticket.address_invalid';
}

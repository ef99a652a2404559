import { checkAddress, recogniseAddress, recogniseTxid } from '@fairlead/chains';
import { inOrder } from './form-book.ts';
import { chosenIn, type FormValues } from './form-conditions.ts';
import { type FieldDefinition, maximumFieldLength, type Network, networks } from './ticket-forms.ts';

type Kind = Pick<FieldDefinition, 'type' | 'choices'>;

/** What can be wrong with a value of a form: codes of the error catalogue. */
export type FieldProblem =
  | 'ticket.field_required'
  | 'ticket.field_invalid'
  | 'ticket.txid_invalid'
  | 'ticket.address_invalid'
  | 'ticket.address_mistyped';

/** A value as it is kept: without what no text may hold, without space around it, coins in capitals, several choices in their order. */
export function tidiedField({ type, choices }: Kind, value: string): string {
  const clean = value.replaceAll('\u0000', '').toWellFormed().trim();
  if (type === 'choices') return inOrder(clean, choices);
  return type === 'asset' ? clean.toUpperCase() : clean;
}

/** What is wrong with a value that is tidy and not empty, given what the others hold; null when nothing is. */
export function fieldProblem(
  { type, choices }: Kind,
  value: string,
  values: FormValues,
): FieldProblem | null {
  const right = (fits: boolean) => (fits ? null : 'ticket.field_invalid');
  if (value.length > maximumFieldLength[type]) return right(false);
  switch (type) {
    case 'network':
    case 'choice':
    case 'yes_no':
      return right(choices.includes(value));
    case 'choices':
      return right(chosenIn(value).every((it) => choices.includes(it)));
    case 'number':
      return right(/^-?\d{1,15}(\.\d{1,6})?$/.test(value));
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
    case 'line':
      return right(!/[\r\n]/.test(value));
    case 'text':
      return null;
    case 'txid':
      return isTxid(value, values.network) ? null : 'ticket.txid_invalid';
    case 'address':
      return addressProblem(value, values.network);
  }
}

/** What is still to be filled in or corrected in a field that is asked for; null when nothing. */
export function formProblem(
  field: Kind & Pick<FieldDefinition, 'key' | 'required'>,
  entered: FormValues,
): FieldProblem | null {
  const value = tidiedField(field, entered[field.key] ?? '');
  if (value === '') return field.required ? 'ticket.field_required' : null;
  return fieldProblem(field, value, entered);
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

import { CallError, errorCatalogue } from '@fairlead/contract';
import type { Outgoing } from './outgoing.ts';

/** A kept refusal as the error it was. */
export function errorOf({ code, params }: NonNullable<Outgoing['error']>): CallError {
  return new CallError(code, params, errorCatalogue[code].status);
}

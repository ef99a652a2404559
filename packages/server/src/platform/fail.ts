import { type ErrorCode, errorCatalogue } from '@fairlead/contract';

type ParamsOf<C extends ErrorCode> = (typeof errorCatalogue)[C]['params'][number];

/** A refusal with a code of the catalogue. It crosses the wire as `{ error: { code, params } }` with the catalogue's status. */
export class Failure extends Error {
  readonly code: ErrorCode;
  readonly params: Record<string, string | number>;

  constructor(code: ErrorCode, params: Record<string, string | number>) {
    super(code);
    this.name = 'Failure';
    this.code = code;
    this.params = params;
  }

  get status(): number {
    return errorCatalogue[this.code].status;
  }
}

/** Makes a refusal: `throw fail('conversation.already_assigned', { agent })`. The parameters are those of the catalogue. */
export function fail<C extends ErrorCode>(
  code: C,
  ...params: ParamsOf<C> extends never ? [] : [Record<ParamsOf<C>, string | number>]
): Failure {
  return new Failure(code, (params[0] as Record<string, string | number> | undefined) ?? {});
}

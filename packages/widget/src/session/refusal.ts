import type { ErrorBody, ErrorCode } from '@fairlead/contract';
import type { MessageParams } from '@fairlead/contract/format-message';

/** Why something was not done: a code of the contract's catalogue with what its text needs. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly params: MessageParams;

  constructor(code: ErrorCode, params: MessageParams = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }

  /** The same request may well be granted later, without anybody changing it. */
  get passing(): boolean {
    return /^server\.|rate_limited$/.test(this.code);
  }

  /** The server does not accept who we say we are, at least not any more: a session must begin anew. */
  get unknown(): boolean {
    return /session_invalid$|not_signed_in$/.test(this.code);
  }
}

/** The refusal in an answer's body; an answer that is none of ours comes from something between us and the server. */
export function refusalIn(body: string): Refusal {
  try {
    const { error } = JSON.parse(body) as ErrorBody;
    return new Refusal(error.code, error.params);
  } catch {
    return new Refusal('server.unavailable');
  }
}

/** Anything thrown, as a refusal. */
export const refusalOf = (error: unknown): Refusal =>
  error instanceof Refusal ? error : new Refusal('server.unavailable');

/**
 * Every error that can cross the wire: its code and HTTP status. The text of a code stands under `error.<code>` in the
 * locale catalogues of this package, with the parameters named here.
 */
export const errorCatalogue = {
  'request.invalid': { status: 400, params: ['field'] },
  'request.not_found': { status: 404, params: [] },
  'request.too_large': { status: 413, params: ['limitMegabytes'] },
  'request.rate_limited': { status: 429, params: ['seconds'] },
  'request.origin_refused': { status: 403, params: [] },
  'server.unexpected': { status: 500, params: ['reference'] },
  'server.unavailable': { status: 503, params: [] },
  'access.not_signed_in': { status: 401, params: [] },
  'access.forbidden': { status: 403, params: [] },
  'access.wrong_credentials': { status: 401, params: [] },
  'access.wrong_code': { status: 401, params: [] },
  'access.too_many_attempts': { status: 429, params: ['seconds'] },
  'access.account_disabled': { status: 403, params: [] },
  'access.link_expired': { status: 410, params: [] },
  'access.password_too_weak': { status: 422, params: ['minimum'] },
  'access.email_taken': { status: 409, params: [] },
  'access.two_factor_required': { status: 403, params: [] },
  'access.two_factor_not_set_up': { status: 409, params: [] },
  'access.already_set_up': { status: 409, params: [] },
  'access.last_administrator': { status: 409, params: [] },
  'identity.token_invalid': { status: 401, params: [] },
  'identity.token_expired': { status: 401, params: [] },
  'identity.token_replayed': { status: 401, params: [] },
  'identity.session_invalid': { status: 401, params: [] },
  'people.not_found': { status: 404, params: [] },
  'people.cannot_answer': { status: 422, params: ['agent'] },
  'people.team_not_found': { status: 404, params: [] },
  'people.team_in_use': { status: 409, params: [] },
  'channels.inbox_not_found': { status: 404, params: [] },
  'conversation.not_found': { status: 404, params: [] },
  'conversation.already_assigned': { status: 409, params: ['agent'] },
  'conversation.not_assigned_to_you': { status: 409, params: [] },
  'conversation.closed': { status: 409, params: [] },
  'conversation.not_closed': { status: 409, params: [] },
  'conversation.moved_on': { status: 409, params: ['count'] },
  'conversation.empty_message': { status: 422, params: [] },
  'conversation.message_too_long': { status: 422, params: ['maximum'] },
  'conversation.key_reused': { status: 409, params: [] },
  'conversation.message_not_found': { status: 404, params: [] },
  'conversation.not_failed': { status: 409, params: [] },
  'file.not_found': { status: 404, params: [] },
  'file.too_large': { status: 413, params: ['limitMegabytes'] },
  'file.type_refused': { status: 415, params: [] },
  'file.damaged': { status: 422, params: [] },
  'file.offset_conflict': { status: 409, params: ['offset'] },
  'file.link_expired': { status: 403, params: [] },
  'file.too_many': { status: 422, params: ['maximum'] },
  'file.too_many_unsent': { status: 409, params: [] },
} as const satisfies Record<string, { status: number; params: readonly string[] }>;

export type ErrorCode = keyof typeof errorCatalogue;

/** The body of every answer that is not a success. */
export interface ErrorBody {
  error: { code: ErrorCode; params: Record<string, string | number> };
}

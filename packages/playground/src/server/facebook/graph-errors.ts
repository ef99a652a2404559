import type { FastifyReply } from 'fastify';

/** What the Graph API refuses with: https://developers.facebook.com/docs/messenger-platform/error-codes */
const refusals = {
  token: [401, 190, 463, 'Error validating access token: Session has expired.'],
  proof: [400, 100, undefined, 'Invalid appsecret_proof provided in the API argument'],
  unknown_recipient: [400, 100, 2018001, '(#100) No matching user found'],
  bad_parameter: [400, 100, undefined, '(#100) Invalid parameter'],
  too_long: [400, 100, undefined, '(#100) Length of param message[text] must be less than or equal to 2000'],
  outside_window: [400, 10, 2018278, '(#10) This message is sent outside of allowed window.'],
  unavailable: [400, 551, 1545041, "(#551) This person isn't available right now."],
  answered: [400, 10900, undefined, '(#10900) Activity already replied to'],
  rate_limited: [400, 613, undefined, '(#613) Calls to this api have exceeded the rate limit.'],
  trouble: [500, 2, undefined, 'An unexpected error has occurred. Please retry your request later.'],
  unknown_object: [400, 100, 33, 'Unsupported request. Object does not exist.'],
} as const satisfies Record<string, readonly [number, number, number | undefined, string]>;

export type RefusalName = keyof typeof refusals;

/** Answers a call as the Graph API refuses it. */
export function refuse(reply: FastifyReply, name: RefusalName): FastifyReply {
  const [status, code, error_subcode, message] = refusals[name];
  return reply.code(status).send({
    error: {
      message,
      type: 'OAuthException',
      code,
      ...(error_subcode && { error_subcode }),
      fbtrace_id: 'Demo',
    },
  });
}

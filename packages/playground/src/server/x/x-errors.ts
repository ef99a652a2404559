import type { FastifyReply } from 'fastify';

/** What X refuses with, in both of its forms: https://docs.x.com/x-api/fundamentals/response-codes-and-errors */
const refusals = {
  token: [401, { title: 'Unauthorized', type: 'about:blank', status: 401, detail: 'Unauthorized' }],
  ended: [403, { errors: [{ code: 89, message: 'Invalid or expired token.' }] }],
  duplicate: [
    403,
    {
      title: 'Forbidden',
      type: 'about:blank',
      status: 403,
      detail: 'You are not allowed to create a Tweet with duplicate content.',
    },
  ],
  no_messages: [
    403,
    {
      title: 'Forbidden',
      type: 'about:blank',
      status: 403,
      detail: 'You do not have permission to DM one or more participants.',
    },
  ],
  not_hideable: [
    403,
    {
      title: 'Forbidden',
      type: 'about:blank',
      status: 403,
      detail: 'You can only hide replies to your own Tweets.',
    },
  ],
  access: [
    403,
    {
      errors: [
        {
          code: 453,
          message: 'You currently have access to a subset of X API V2 endpoints and limited v1.1 endpoints.',
        },
      ],
    },
  ],
  credits: [
    402,
    {
      title: 'CreditsDepleted',
      type: 'https://api.x.com/2/problems/credits',
      detail: 'Your enrolled account does not have any credits to fulfill this request.',
    },
  ],
  rate_limited: [
    429,
    { title: 'Too Many Requests', type: 'about:blank', status: 429, detail: 'Too Many Requests' },
  ],
  trouble: [503, { title: 'Service Unavailable', type: 'about:blank', status: 503 }],
  bad_parameter: [
    400,
    {
      title: 'Invalid Request',
      type: 'https://api.x.com/2/problems/invalid-request',
      detail: 'One or more parameters to your request was invalid.',
    },
  ],
  unknown: [
    404,
    {
      title: 'Not Found Error',
      type: 'https://api.x.com/2/problems/resource-not-found',
      detail: 'Not Found',
    },
  ],
  crc: [
    400,
    {
      title: 'Invalid Request',
      type: 'https://api.x.com/2/problems/invalid-request',
      detail:
        'CrcValidationFailed: High latency on CRC GET request. Your webhook should respond in less than 3 seconds.',
    },
  ],
} as const satisfies Record<string, readonly [number, object]>;

export type RefusalName = keyof typeof refusals;

/** Answers a call as X refuses it; of a limit it says when that ends. */
export function refuse(reply: FastifyReply, name: RefusalName, resetAt = 0): FastifyReply {
  const [status, body] = refusals[name];
  if (name === 'rate_limited')
    reply.headers({
      'x-rate-limit-limit': '200',
      'x-rate-limit-remaining': '0',
      'x-rate-limit-reset': String(Math.ceil(resetAt / 1000)),
    });
  return reply.code(status).send(body);
}

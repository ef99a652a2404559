import { attachmentTypes, type ErrorCode } from '@fairlead/contract';
import { describeErrors } from './openapi-errors.ts';

const json = (properties: Record<string, unknown>) => ({
  'application/json': { schema: { type: 'object', required: Object.keys(properties), properties } },
});
const text = { type: 'string' };
const path = (name: string, schema: Record<string, unknown>) => ({
  name,
  in: 'path',
  required: true,
  schema,
});
const query = (name: string, schema: Record<string, unknown>) => ({
  name,
  in: 'query',
  required: true,
  schema,
});

const header = (name: string, description: string) => ({
  name,
  in: 'header',
  required: true,
  schema: text,
  description,
});

/** One that reads something and needs no body. */
const read = (what: {
  summary: string;
  description?: string;
  tag: string;
  security?: ReadonlyArray<Record<string, never[]>>;
  parameters?: ReadonlyArray<Record<string, unknown>>;
  responses: Record<string, unknown>;
  errors?: readonly ErrorCode[];
}) => {
  const { tag, security = [], parameters = [], responses, errors = [], ...said } = what;
  return {
    get: {
      ...said,
      tags: [tag],
      security,
      parameters,
      responses: { ...responses, ...describeErrors(errors) },
    },
  };
};

const readiness = json({
  status: { enum: ['ready', 'unavailable'] },
  database: { type: 'boolean' },
  bus: { type: 'boolean', description: 'Whether hints reach other nodes.' },
  eventsWaiting: { type: ['integer', 'null'] },
});
const bytes = Object.fromEntries(
  attachmentTypes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
);

/** What is served beside the endpoints of the contract, in the form of OpenAPI. */
export const plainPaths = {
  '/files/{id}/{variant}': read({
    summary: 'The bytes of a file, by an address that an attachment gave (`url`, `previewUrl`).',
    description:
      'Whoever holds the address may read, until it ends. Take it as it was given: its query is signed.',
    tag: 'files',
    parameters: [
      path('id', { type: 'string', format: 'uuid' }),
      path('variant', { enum: ['original', 'preview'] }),
      query('e', { type: 'integer', description: 'When it ends, in seconds since 1970.' }),
      query('s', { ...text, description: 'The signature.' }),
      { name: 'range', in: 'header', schema: text, description: 'One range of bytes: `bytes=0-1023`.' },
    ],
    responses: {
      200: { description: 'The whole file.', content: bytes },
      206: { description: 'The range that was asked for.', content: bytes },
      416: { description: 'The range begins after the end of the file.' },
    },
    errors: ['file.link_expired', 'file.not_found'],
  }),
  '/letters/{id}/source': read({
    summary: 'A letter as it came, by the address that opening it gave.',
    description:
      'Whoever holds the address may read, until it ends. Take it as it was given: its query is signed.',
    tag: 'conversations',
    parameters: [
      path('id', { type: 'string', format: 'uuid' }),
      query('e', { type: 'integer', description: 'When it ends, in seconds since 1970.' }),
      query('s', { ...text, description: 'The signature.' }),
    ],
    responses: {
      200: {
        description: 'The letter.',
        content: { 'message/rfc822': { schema: { type: 'string', format: 'binary' } } },
      },
    },
    errors: ['file.link_expired', 'file.not_found'],
  }),
  '/api/channels/email/{key}/letters': {
    post: {
      summary: 'A mail provider hands a letter in for an e-mail inbox, as it came.',
      description:
        'Signed with the secret of the inbox (`GET /api/channels/inboxes/{id}/email/webhook`): `fairlead-signature` is `v1=` and the HMAC-SHA256, in hex, of the timestamp, a dot, and the bytes of the letter. Answered once it is stored; sent again, it is `known`.',
      tags: ['channels'],
      security: [],
      parameters: [
        path('key', text),
        header('fairlead-timestamp', 'Seconds since 1970, at most five minutes from now.'),
        header('fairlead-signature', '`v1=` and 64 hex digits.'),
      ],
      requestBody: {
        required: true,
        content: { 'message/rfc822': { schema: { type: 'string', format: 'binary' } } },
      },
      responses: {
        200: { description: 'It is kept.', content: json({ state: { enum: ['stored', 'known'] } }) },
        ...describeErrors(['channels.letter_not_signed', 'channels.inbox_not_found', 'request.too_large']),
      },
    },
  },
  '/health': read({
    summary: 'Whether the process lives.',
    tag: 'operations',
    responses: {
      200: { description: 'It does.', content: json({ status: { const: 'ok' }, version: text }) },
    },
  }),
  '/ready': read({
    summary: 'Whether the node can do its work.',
    tag: 'operations',
    responses: {
      200: { description: 'It can.', content: readiness },
      503: { description: 'The database does not answer.', content: readiness },
    },
  }),
  '/metrics': read({
    summary: 'Measurements for Prometheus.',
    description: 'With `METRICS_TOKEN` as the bearer token; where none is set, to this machine only.',
    tag: 'operations',
    security: [{ metrics: [] }, {}],
    responses: {
      200: { description: 'The measurements.', content: { 'text/plain': { schema: text } } },
    },
    errors: ['access.forbidden'],
  }),
};

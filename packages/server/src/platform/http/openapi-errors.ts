import { type ErrorCode, errorCatalogue } from '@fairlead/contract';

/** The refusals that a caller may get, by status, in the form of OpenAPI. */
export function describeErrors(codes: readonly ErrorCode[]) {
  const byStatus = Map.groupBy(codes, (code) => errorCatalogue[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => [
      status,
      {
        description: group.map((code) => `\`${code}\``).join(', '),
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['error'],
              properties: {
                error: {
                  type: 'object',
                  required: ['code', 'params'],
                  properties: { code: { enum: group }, params: { type: 'object' } },
                },
              },
            },
          },
        },
      },
    ]),
  );
}

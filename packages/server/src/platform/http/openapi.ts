import {
  type Endpoint,
  endpoints,
  maximumLetterBytes,
  needsSession,
  nothing,
  uploadChunkBytes,
} from '@fairlead/contract';
import { z } from 'zod';
import { describeErrors } from './openapi-errors.ts';
import { plainPaths } from './openapi-plain-paths.ts';

/** Describes endpoints as OpenAPI 3.1, from the schemas that the server itself parses by, and what is served beside them. */
export function describeApi(routed: readonly Endpoint[], version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = { ...plainPaths };
  for (const endpoint of routed) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: describe(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Fairlead', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: {
      securitySchemes: {
        agent: { type: 'apiKey', in: 'cookie', name: 'fairlead_session' },
        apiToken: { type: 'http', scheme: 'bearer', bearerFormat: 'flt_…' },
        customer: { type: 'http', scheme: 'bearer' },
        metrics: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

function describe(endpoint: Endpoint) {
  return {
    summary: endpoint.summary,
    tags: [endpoint.path.split('/')[2]],
    ...('object' === typeof endpoint.access
      ? { description: `Permission: \`${endpoint.access.permission}\`.` }
      : {}),
    security: securityOf(endpoint),
    parameters: [...parametersOf(endpoint.params, 'path'), ...parametersOf(endpoint.query, 'query')],
    ...bodyOf(endpoint),
    responses: {
      ...(endpoint.response === nothing
        ? { 204: { description: 'Done.' } }
        : {
            200: {
              description: 'Done.',
              content: { 'application/json': { schema: schemaOf(endpoint.response, 'output') } },
            },
          }),
      ...describeErrors(endpoint.errors),
    },
  };
}

function bodyOf(endpoint: Endpoint) {
  if (endpoint === endpoints.files.sendChunk) {
    const schema = { type: 'string', format: 'binary', maxLength: uploadChunkBytes };
    return { requestBody: { required: true, content: { 'application/octet-stream': { schema } } } };
  }
  if (endpoint === endpoints.official.checkLetter) {
    const schema = { type: 'string', format: 'binary', maxLength: maximumLetterBytes };
    return { requestBody: { required: true, content: { 'application/octet-stream': { schema } } } };
  }
  if (endpoint.body === nothing) return {};
  const schema = schemaOf(endpoint.body, 'input');
  return { requestBody: { required: true, content: { 'application/json': { schema } } } };
}

function securityOf(endpoint: Endpoint) {
  const { access } = endpoint;
  if (access === 'public') return [];
  if (access === 'customer') return [{ customer: [] }];
  const agents = needsSession(endpoint) ? [{ agent: [] }] : [{ agent: [] }, { apiToken: [] }];
  return access === 'anyone_known' ? [{ customer: [] }, ...agents] : agents;
}

function parametersOf(schema: z.ZodType, place: 'path' | 'query') {
  if (schema === nothing) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<
    string,
    unknown
  >;
  return rest;
}

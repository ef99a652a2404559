import { z } from 'zod';
import { type ErrorCode, errorCatalogue } from './errors.ts';
import type { Permission } from './permissions.ts';

/**
 * Who may call an endpoint:
 * - `public`: anyone;
 * - `customer`: a customer's session token (visitor or verified);
 * - `agent`: any signed-in agent, for what is one's own;
 * - `anyone_known`: a customer or an agent;
 * - a permission: an agent who holds it.
 * Reaching the endpoint is not reaching the object: use cases check that again.
 */
export type Access = 'public' | 'customer' | 'agent' | 'anyone_known' | { permission: Permission };

export interface Endpoint<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
  A extends Access = Access,
> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `:name` for each path parameter. */
  path: string;
  access: A;
  /** One English sentence for the API reference. */
  summary: string;
  params: P;
  query: Q;
  body: B;
  /** What a 200 answer holds. `nothing` makes it a 204. */
  response: R;
  /** The errors of its own, besides those that any endpoint may give. */
  errors: readonly ErrorCode[];
}

export const nothing = z.undefined();
export type Nothing = typeof nothing;

/** Defines an endpoint; what is left out is empty. */
export function endpoint<
  P extends z.ZodType = Nothing,
  Q extends z.ZodType = Nothing,
  B extends z.ZodType = Nothing,
  R extends z.ZodType = Nothing,
  const A extends Access = Access,
>(definition: {
  method: Endpoint['method'];
  path: string;
  access: A;
  summary: string;
  params?: P;
  query?: Q;
  body?: B;
  response?: R;
  errors?: readonly ErrorCode[];
}): Endpoint<P, Q, B, R, A> {
  return {
    params: nothing as unknown as P,
    query: nothing as unknown as Q,
    body: nothing as unknown as B,
    response: nothing as unknown as R,
    errors: [],
    ...definition,
  };
}

export type ParamsOf<E extends Endpoint> = z.input<E['params']>;
export type QueryOf<E extends Endpoint> = z.input<E['query']>;
export type BodyOf<E extends Endpoint> = z.input<E['body']>;
export type ResponseOf<E extends Endpoint> = z.output<E['response']>;

const codes = Object.keys(errorCatalogue) as [ErrorCode, ...ErrorCode[]];

/** The shape of every answer that is not a success. */
export const errorBody = z.object({
  error: z.object({ code: z.enum(codes), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
});

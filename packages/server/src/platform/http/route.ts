import type { Access, Endpoint, ResponseOf } from '@fairlead/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { AgentActor, Caller, CustomerActor } from '../actor.ts';

/** Who a handler can count on, by the access that its endpoint names. */
type CallerFor<A extends Access> = A extends 'customer'
  ? CustomerActor
  : A extends 'anyone_known'
    ? AgentActor | CustomerActor
    : A extends 'public'
      ? Caller
      : AgentActor;

/** What a handler gets: everything parsed and the caller let in. */
export interface Call<E extends Endpoint> {
  caller: CallerFor<E['access']>;
  params: z.output<E['params']>;
  query: z.output<E['query']>;
  body: z.output<E['body']>;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** Answers what the endpoint declares; where it declares nothing, whatever the use case answered is not sent. */
export type RouteHandler<E extends Endpoint> = (
  call: Call<E>,
) => Promise<undefined extends ResponseOf<E> ? ResponseOf<E> | void : ResponseOf<E>>;

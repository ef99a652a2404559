import { z } from 'zod';
import type { FetchContext } from '../../port.ts';
import { graphCall } from './graph-call.ts';
import { isPublicAddress } from './public-address.ts';

const person = z.object({
  name: z.string().nullish(),
  first_name: z.string().nullish(),
  last_name: z.string().nullish(),
});

/**
 * What somebody in Messenger is called; null where Facebook does not say. Apps without the permission for it are refused, which is thrown.
 * Comments say it themselves.
 */
export async function personName(
  address: string,
  { credentials, signal, ask }: Omit<FetchContext, 'maximumBytes'>,
): Promise<string | null> {
  if (isPublicAddress(address)) return null;
  const query = { fields: 'name,first_name,last_name' };
  const call = { method: 'GET', path: encodeURIComponent(address), query, signal } as const;
  const { name, first_name, last_name } =
    person.safeParse(await graphCall(call, { credentials, ask })).data ?? {};
  return name || [first_name, last_name].filter(Boolean).join(' ') || null;
}

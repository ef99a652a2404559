import type { IncomingMessage } from 'node:http';
import { platformTroubles } from '@fairlead/contract';
import { AddressRefused, askPublic } from '../../../platform/fetch/ask-public.ts';
import { allowedAddresses } from '../../../platform/fetch/public-address.ts';
import type { Platform } from '../../../platform/platform.ts';
import { type Ask, AskRefused } from '../port.ts';

const megabyte = 1024 * 1024;

/** How adapters ask the servers of their platforms: the public internet by HTTPS, and networks that PLATFORMS_AT names. */
export function askPlatform({ config, clock }: Pick<Platform, 'config' | 'clock'>): Ask {
  const allows = allowedAddresses(config.PLATFORMS_AT);
  return async (address, { method = 'GET', headers = {}, sign, body, signal, maximumBytes = megabyte }) => {
    const url = URL.parse(address);
    if (!url || (url.protocol !== 'https:' && config.PLATFORMS_AT === false))
      throw new AskRefused(platformTroubles.no_https);
    try {
      const response = await askPublic(url, allows, {
        method,
        headers: {
          'accept-encoding': 'identity',
          ...headers,
          ...sign?.(clock.now()),
          ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
        },
        ...(body !== undefined && { body }),
        signal,
      });
      return {
        status: response.statusCode ?? 0,
        headers: Object.fromEntries(
          Object.entries(response.headers).map(([name, value]) => [name, String(value ?? '')]),
        ),
        body: await readAll(response, maximumBytes),
      };
    } catch (error) {
      if (error instanceof AddressRefused) throw new AskRefused(error.message);
      throw error;
    }
  };
}

async function readAll(response: IncomingMessage, limit: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    size += part.length;
    // Leaving the loop ends the connection.
    if (size > limit) throw new AskRefused(platformTroubles.answer_too_large);
    parts.push(part);
  }
  return Buffer.concat(parts, size);
}

import type { Clock } from '../../../platform/clock.ts';
import type { ServiceAnswer } from '../../../platform/service/service.ts';
import { ExchangeRefusal } from '../connector/answer.ts';
import type { HolderFacts } from '../connector/holders.ts';
import { openDoor, type Patience, refusalOf } from '../htx/ask-htx.ts';
import { readJson } from '../htx/read-json.ts';
import { readCapabilities, readHolders } from './read-back-office.ts';

/** Accounts in one answer. */
const pageSize = 1000;
/** Whether balances are told is asked again after so long. */
const remembered = 5 * 60_000;
/** A page is much work for an exchange: it is asked in no hurry. */
const allowance = { burst: 2, perSecond: 2 };

/** Who holds what, by the back-office contract: see docs/connect-an-exchange.md. */
export function createHolderFacts(options: {
  readonly clock: Clock;
  readonly url: string;
  readonly token: string;
  readonly patience?: Partial<Patience>;
}): HolderFacts {
  const { clock, token, url } = options;
  const base = `${url.replace(/\/$/, '')}/back-office/v1`;
  const door = openDoor('the back office', clock, allowance, {
    timeoutMilliseconds: 20_000,
    ...options.patience,
  });
  let known: { at: number; offered: boolean } | null = null;

  function ask<T>(path: string, read: (answer: ServiceAnswer) => T): Promise<T> {
    const request = { url: `${base}/${path}`, headers: { authorization: `Bearer ${token}` } };
    return door.ask(() => request, read).catch((error: unknown) => Promise.reject(refusalOf(error)));
  }
  /** A back office that is older than the question does not know the path. */
  const orElse = <T>(missing: () => T, read: (body: unknown) => T) => {
    return ({ status, text }: ServiceAnswer): T => {
      if (status === 404) return missing();
      if (status !== 200) throw new Error(`status ${status}`);
      return read(readJson(text));
    };
  };

  return {
    async offered() {
      const now = clock.now().getTime();
      if (known && now - known.at < remembered) return known.offered;
      const { holders } = await ask(
        'capabilities',
        orElse(() => ({ holders: false }), readCapabilities),
      );
      known = { at: now, offered: holders };
      return holders;
    },
    async page(asset, atLeast, after) {
      const asOf = clock.now();
      const query = new URLSearchParams({
        asset: asset.toUpperCase(),
        at_least: atLeast,
        limit: String(pageSize),
        ...(after === null ? {} : { after }),
      });
      const none = (): never => {
        throw new ExchangeRefusal('not_connected', 'the back office tells no balances');
      };
      const value = await ask(`holders?${query}`, orElse(none, readHolders));
      // It must come to an end.
      if (value.next !== null && value.next === after)
        throw new ExchangeRefusal('unavailable', 'the page repeats');
      return { value, asOf, stale: false };
    },
  };
}

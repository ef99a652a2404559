import { recogniseTxid } from '@fairlead/chains';
import { maskAddress } from '../mask-address.ts';
import type { Answer, Choice, Known, Next } from './flow.ts';
import { answer, line, list, text, txid as txidValue, valueOf } from './line.ts';
import { chainOf, nameOfNetwork } from './name-network.ts';

/**
 * A TXID that the exchange has not seen: was it sent to the customer's own address at all? Null where that cannot be asked, or was.
 */
export function askForAddress({ slots, facts }: Known): Next | null {
  const asset = slots.asset?.toUpperCase();
  if (slots.ownAddress !== undefined || asset === undefined) return null;
  if (!facts.addresses) return { kind: 'look_up', questions: [{ about: 'addresses', of: asset }] };
  const addresses = valueOf(facts.addresses) ?? [];
  if (addresses.length === 0) return null;
  const assets = valueOf(facts.assets) ?? [];
  const own: Choice[] = addresses.map((it) => {
    const network = nameOfNetwork(assets, it.asset, it.network);
    return {
      line: line('choice.address', { network: text(network), address: text(maskAddress(it.address)) }),
      slots: { ownAddress: 'yes', network },
    };
  });
  return {
    kind: 'ask',
    slot: 'ownAddress',
    ask: line('deposit.ask.address'),
    choices: [
      ...own,
      { line: line('choice.none_of_these'), slots: { ownAddress: 'no' } },
      { line: line('choice.do_not_know'), slots: { ownAddress: 'unknown' } },
    ],
  };
}

/** Nothing is known of it at the exchange: what that may mean, and where to look. */
export function notSeen({ slots, facts }: Known): Answer {
  const { txid } = slots;
  if (txid === undefined)
    return answer(
      'not_found',
      [line('deposit.not_found'), line('deposit.not_found.inside')],
      line('deposit.find_txid'),
    );
  const chains = recogniseTxid(txid);
  if (chains.length === 0)
    return answer(
      'txid_malformed',
      [line('deposit.txid_malformed'), line('deposit.not_found.inside')],
      line('deposit.find_txid'),
    );
  if (slots.ownAddress === 'no')
    return answer('not_own_address', [line('deposit.not_own_address')], line('deposit.not_own_address.next'));
  const assets = valueOf(facts.assets) ?? [];
  const asked = slots.asset?.toUpperCase();
  const names = assets
    .filter((it) => asked === undefined || it.code === asked)
    .flatMap((it) => it.networks)
    .filter((it) => {
      const chain = chainOf(it);
      return chain !== null && chains.includes(chain);
    })
    .map((it) => it.name);
  const possible = [...new Set(names)].slice(0, 6);
  return answer(
    'not_seen',
    [
      line('deposit.not_seen', { txid: txidValue(txid) }),
      possible.length === 0 ? null : line('deposit.networks_by_form', { networks: list(possible) }),
    ],
    line('deposit.not_seen.next'),
  );
}

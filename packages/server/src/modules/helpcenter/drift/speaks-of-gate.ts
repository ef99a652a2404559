import { readGateName } from '../facts/gates.ts';
import { type FactWord, namesCode, speaksOf } from './fact-words.ts';
import type { Stretch } from './text-lines.ts';

const longestExcerpt = 200;
const wordOf = { deposits: 'deposit', withdrawals: 'withdraw' } as const satisfies Record<string, FactWord>;
/** Figures that mean nothing while a gate is closed. */
const figuresOf = {
  deposits: /^(?:minDeposit|confirmations)\./,
  withdrawals: /^(?:fee\.withdraw|minWithdraw|maxWithdraw|confirmations\.withdraw)\./,
} as const;
const liveFact = /\{\{\s*([\w.]+)\s*\}\}/g;

/**
 * Where a text speaks of what comes in, or goes out, of an asset over a network: its sentences or rows that say so in words (in themselves or in what
 * they stand below, but the network in themselves), and lines that name a live figure of it. What says that it is closed is right while it is, and the
 * only thing that is wrong once it has opened again. Pure.
 */
export function speaksOfGate(
  name: string,
  wasOpen: boolean,
  { stretches, body }: { stretches: readonly Stretch[]; body: string },
): string[] {
  const gate = readGateName(name);
  if (!gate) return [];
  const { door, asset, network } = gate;
  const said = stretches.filter((stretch) => {
    const own = stretch.text.toLowerCase();
    const all = `${own}\n${stretch.below.toLowerCase()}`;
    return (
      namesCode(network, own) &&
      namesCode(asset, all) &&
      speaksOf(wordOf[door], all) &&
      speaksOf('suspended', own) !== wasOpen
    );
  });
  const lines = wasOpen ? body.split('\n').filter((it) => namesFigure(it, gate)) : [];
  return [...said.map((it) => it.text), ...lines].map((it) =>
    it.replace(/\s+/g, ' ').trim().slice(0, longestExcerpt),
  );
}

/** Whether a line names a live figure of the network; of an asset's only network it goes without saying. */
function namesFigure(
  text: string,
  { door, asset, network }: { door: keyof typeof figuresOf; asset: string; network: string },
) {
  return [...text.matchAll(liveFact)].some(([, fact = '']) => {
    if (!figuresOf[door].test(fact)) return false;
    const of = fact.replace(figuresOf[door], '');
    return of === `${asset}.${network}` || (of === asset && network === asset);
  });
}

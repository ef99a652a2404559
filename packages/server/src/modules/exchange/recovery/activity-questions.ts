import { createHmac } from 'node:crypto';
import type { ActivityKind, ActivityQuestion } from '@fairlead/contract';
import type { SomeHaveIt } from './ladder.ts';

/** What an account did before it was asked for; null where it never did, or where the exchange does not keep it. */
export interface ActivityFacts {
  readonly deposit: { readonly asset: string; readonly amount: number } | null;
  /** `2021-04`. */
  readonly openedMonth: string | null;
  readonly withdrawalAddress: string | null;
}
export type ActivityAnswers = Readonly<Partial<Record<ActivityKind, string>>>;

/** Of an account that did less than this much could be guessed. */
const leastFacts = 3;
const none = 'none';
const other = 'other';
/** The same for everybody, so that they tell nothing. */
const assets =
  `BTC ETH USDT USDC TRX XRP SOL DOGE BNB ADA TON LTC LINK HTX DOT AVAX SHIB BCH ATOM FIL ${other} ${none}`.split(
    ' ',
  );
const bounds = [0.01, 0.1, 1, 10, 100, 1_000, 10_000, 100_000];
const bands = [
  `..${bounds[0]}`,
  ...bounds.slice(1).map((to, index) => `${bounds[index]}..${to}`),
  `${bounds.at(-1)}..`,
  none,
];
/** People remember an amount roughly, and a month by its neighbours. */
const slack = 0.15;
const months = 12 * 10;
const decoys = 5;
const shownOfAddress = 4;

const factsIn = ({ deposit, openedMonth, withdrawalAddress }: ActivityFacts): number =>
  (deposit ? 2 : 0) + (openedMonth ? 1 : 0) + (withdrawalAddress ? 1 : 0);

/** Whether an account did enough to be asked about. */
const canAskAbout = (facts: ActivityFacts): boolean => factsIn(facts) >= leastFacts;

/** Which of the proofs that not every account has this one has. `facts` are null where the exchange did not say: not to know must not make it easier. */
export const askableOf = (known: { hasChannel: boolean; facts: ActivityFacts | null }): SomeHaveIt[] => [
  ...(known.hasChannel ? ['second_channel' as const] : []),
  ...(known.facts === null || canAskAbout(known.facts) ? ['own_activity' as const] : []),
];

const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
const monthOf = (number: number): string =>
  `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
const endOf = (address: string): string => address.slice(-shownOfAddress);

/**
 * The questions about an account. All choices but those of an address are the same for everybody; those are made from the number, the address and a secret,
 * so that asking again, or on another ticket, shows the same and nothing can be told by comparing. Of an account that nobody has all are made up.
 */
export function questionsOf(
  { withdrawalAddress }: Pick<ActivityFacts, 'withdrawalAddress'>,
  { uid, secret, begun }: { uid: string; secret: Buffer; begun: Date },
): ActivityQuestion[] {
  const last = begun.getUTCFullYear() * 12 + begun.getUTCMonth();
  return [
    { kind: 'deposit_asset', choices: assets },
    { kind: 'deposit_amount', choices: bands },
    { kind: 'opened_month', choices: Array.from({ length: months }, (_, back) => monthOf(last - back)) },
    { kind: 'withdrawal_address', choices: endsFor(withdrawalAddress, uid, secret) },
  ];
}

/** What the last characters of addresses look like, by the kind of address; the last fits everything else. */
const looks = [
  [/^0x[\da-f]+$/, '0123456789abcdef'],
  [/^0x[\dA-Fa-f]+$/, '0123456789abcdefABCDEF'],
  [/^(?:bc|ltc|addr|cosmos)1[\da-z]+$/, '023456789acdefghjklmnpqrstuvwxyz'],
  [/^/, '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'],
] as const;

/** The end of an address among made-up ones of the same look, in an order that tells nothing; or made-up ones alone. */
function endsFor(address: string | null, uid: string, secret: Buffer): string[] {
  const bytesFor = (name: string) => createHmac('sha256', secret).update(`${uid}:${name}`).digest();
  // An account without one looks like some account with one.
  const look =
    address === null
      ? looks[(bytesFor('look')[0] ?? 0) % looks.length]
      : looks.find(([kind]) => kind.test(address));
  const alphabet = look?.[1] ?? looks[0][1];
  const madeUp = (index: number) =>
    [...bytesFor(`${address ?? ''}:${index}`).subarray(0, shownOfAddress)]
      .map((byte) => alphabet[byte % alphabet.length])
      .join('');
  const ends = new Set(address === null ? [] : [endOf(address)]);
  for (let index = 0; ends.size <= decoys; index++) ends.add(madeUp(index));
  const rank = (end: string) => bytesFor(`order:${end}`).toString('hex');
  return [...[...ends].sort((a, b) => (rank(a) < rank(b) ? -1 : 1)), none];
}

/**
 * Whether all answers are right: one to every question of which the truth is known, `none` where the account never did such a thing. Never so for an account
 * that did too little.
 */
export function answersAreRight(facts: ActivityFacts, given: ActivityAnswers): boolean {
  const { deposit, openedMonth, withdrawalAddress } = facts;
  if (!canAskAbout(facts)) return false;
  const asset = given.deposit_asset ?? '';
  const rightAsset =
    deposit === null
      ? asset === none
      : assets.includes(deposit.asset)
        ? asset === deposit.asset
        : asset === other;
  const rightAmount =
    deposit === null ? given.deposit_amount === none : isWithin(deposit.amount, given.deposit_amount ?? '');
  const rightMonth =
    openedMonth === null ||
    (/^\d{4}-\d{2}$/.test(given.opened_month ?? '') &&
      Math.abs(monthNumber(given.opened_month ?? '') - monthNumber(openedMonth)) <= 1);
  const rightAddress =
    given.withdrawal_address === (withdrawalAddress === null ? none : endOf(withdrawalAddress));
  return rightAsset && rightAmount && rightMonth && rightAddress;
}

function isWithin(amount: number, band: string): boolean {
  if (band === none || !bands.includes(band)) return false;
  const [from = '', to = ''] = band.split('..');
  return amount >= Number(from) * (1 - slack) && (to === '' || amount < Number(to) * (1 + slack));
}

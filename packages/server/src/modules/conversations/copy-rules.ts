import { copyAddress, maximumCopies } from '@fairlead/contract';
import type { LetterRecord } from '../channels/index.ts';

interface CopyQuestion {
  /** The letters of the thread, oldest first. */
  readonly thread: readonly LetterRecord[];
  /** Who is answered. */
  readonly to: string;
  readonly isOurs: (address: string) => boolean;
}

/**
 * Who a reply to all goes to beside the customer: who else had the letter that is answered, without us. Anybody can write a letter into a thread
 * in another's name; whom only such a letter names is `doubtful`, so that no answer goes by itself to who was slipped in. The first letter
 * is believed, since it says who is answered anyway, and so are proven letters of that person, and what agents chose before.
 */
export function proposeCopies({ thread, to, isOurs }: CopyQuestion): { cc: string[]; doubtful: string[] } {
  const received = thread.filter((it) => it.direction === 'in' && it.kind !== 'automatic');
  const first = received[0];
  const answered = received.findLast((it) => it.body !== null);
  if (!first || !answered) return { cc: [], doubtful: [] };
  const customer = new Set([lower(to), lower(first.parties.from?.address ?? to)]);
  const believed = new Set(
    thread
      .filter((it) => it === first || it.direction === 'out' || (isProven(it) && isFrom(it, customer)))
      .flatMap(namedIn),
  );
  const all = [...new Set([...namedIn(answered), lower(answered.parties.from?.address ?? to)])]
    .filter((address) => isAddress(address) && !customer.has(address) && !isOurs(address))
    .slice(0, maximumCopies);
  return {
    cc: all.filter((address) => believed.has(address)),
    doubtful: all.filter((address) => !believed.has(address)),
  };
}

const namedIn = ({ parties }: LetterRecord): string[] =>
  [...parties.to, ...parties.cc].map(({ address }) => lower(address));

const isProven = ({ proof }: LetterRecord): boolean =>
  (proof as { trusted?: unknown } | null)?.trusted === true;

const isFrom = ({ parties }: LetterRecord, who: ReadonlySet<string>): boolean =>
  who.has(lower(parties.from?.address ?? ''));

const lower = (address: string): string => address.trim().toLowerCase();

const isAddress = (text: string): boolean => copyAddress.safeParse(text).success;

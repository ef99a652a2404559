import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { SMTPServerSession } from 'smtp-server';
import type { Config } from '../../../platform/config/settings.ts';
import { addressBlock } from '../../../platform/http/address-block.ts';
import { trustProxies } from '../../../platform/http/trusted-proxies.ts';

const most = {
  /** Open at once, from one address. */
  connections: 20,
  /** In a minute, from one address. */
  letters: 300,
  /** Recipients that are not ours, in one connection: beyond, somebody is guessing. */
  strangers: 20,
  /** Bytes of letters on their way, all together: each is held in memory until it is stored. */
  bytes: 512 * 1024 * 1024,
};

/** An answer of the protocol (RFC 5321 section 4.2.3, RFC 3463). */
export const answer = (responseCode: number, words: string) =>
  Object.assign(new Error(words), { responseCode });

/** The memory that one letter takes, from its first bytes until it is stored. */
export interface LetterRoom {
  /** Room for so many bytes more; false when there is none. */
  take(size: number): boolean;
  /** Gives back all that was taken. */
  giveBack(): void;
}

/** What one sender may do, and all together. Our own relays may do anything but fill the memory. */
export function createSmtpLimits(config: Pick<Config, 'INBOUND_SMTP_RELAYS' | 'RATE_LIMITS'>) {
  const trusts = trustProxies(config.INBOUND_SMTP_RELAYS);
  const letters = new RateLimiterMemory({ points: most.letters, duration: 60 });
  const open = new Map<string, number>();
  const strangers = new Map<string, number>();
  let bytes = 0;
  const isRelay = ({ remoteAddress }: SMTPServerSession) => trusts(remoteAddress, 0);
  const isFree = (session: SMTPServerSession) => !config.RATE_LIMITS || isRelay(session);
  const countOf = (session: SMTPServerSession, by: 1 | -1): number => {
    const one = addressBlock(session.remoteAddress);
    const count = (open.get(one) ?? 0) + by;
    if (count > 0) open.set(one, count);
    else open.delete(one);
    return count;
  };

  return {
    isRelay,
    /** A connection begins; the refusal, or null. Each that began ends with `leave`. */
    enter(session: SMTPServerSession): Error | null {
      return countOf(session, 1) > most.connections && !isFree(session)
        ? answer(421, '4.7.0 too many connections')
        : null;
    },
    leave(session: SMTPServerSession): void {
      countOf(session, -1);
      strangers.delete(session.id);
    },
    /** A recipient that is not ours. */
    stranger(session: SMTPServerSession): Error {
      const count = (strangers.get(session.id) ?? 0) + 1;
      strangers.set(session.id, count);
      return count > most.strangers && !isFree(session)
        ? answer(421, '4.7.0 too many recipients that are not here')
        : answer(550, '5.1.1 no such address here');
    },
    /** Counts a letter. Throws the refusal. */
    async letter(session: SMTPServerSession): Promise<void> {
      if (isFree(session)) return;
      await letters.consume(addressBlock(session.remoteAddress)).catch(() => {
        throw answer(451, '4.7.0 too many letters, please try again later');
      });
    },
    openRoom(): LetterRoom {
      let held = 0;
      return {
        take(size) {
          if (bytes + size > most.bytes) return false;
          bytes += size;
          held += size;
          return true;
        },
        giveBack() {
          bytes -= held;
          held = 0;
        },
      };
    },
  };
}

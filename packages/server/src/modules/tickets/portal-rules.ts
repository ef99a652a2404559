import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { mailedCodeDigits, ratingDays, type SystemLine, type TicketStatus } from '@fairlead/contract';
import type { TicketRecord } from './ticket.ts';

const day = 24 * 3_600_000;

/** A fresh code: digits only, each as likely as any other. */
export function newCode(): string {
  return String(randomInt(10 ** mailedCodeDigits)).padStart(mailedCodeDigits, '0');
}

/** What somebody typed as a code, however they grouped it, and in whichever digits their keyboard has. */
export function readCode(typed: string): string {
  const western = typed.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    // Decimal digits stand together in tens; arabic, persian and full-width ones begin at these.
    const zero = [0x30, 0x660, 0x6f0, 0xff10, 0xe50].find((it) => code >= it && code < it + 10);
    return zero === undefined ? digit : String(code - zero);
  });
  return western.replace(/\D/g, '');
}

/** What is kept of something short: without the installation's key it cannot be guessed from the hash. */
export function keyedHash(key: Buffer, ...parts: string[]): string {
  return createHmac('sha256', key).update(parts.join('\n')).digest('base64url');
}

export function sameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Until when a customer can reopen their ticket; null when it is not solved, or too late. */
export function reopenUntil(ticket: TicketRecord, reopenDays: number, now: Date): Date | null {
  if (ticket.status !== 'solved' || ticket.mergedIntoId) return null;
  const until = new Date((ticket.solvedAt ?? ticket.statusAt).getTime() + reopenDays * day);
  return until >= now ? until : null;
}

/** What the back office works out among itself is nobody else's, also when it is about a customer. */
export const isOwn = (ticket: Pick<TicketRecord, 'parentId' | 'isTracker'>): boolean =>
  ticket.parentId === null && !ticket.isTracker;

/**
 * Whether something was written to the customer in a ticket's thread that they have not read. A ticket that was closed by the passing of
 * time has a line that says so, which nobody waits for.
 */
export function isUnread(
  ticket: Pick<TicketRecord, 'status'>,
  thread: { lastPublicSeq: number; customerReadSeq: number; preview: { author: string } | null } | undefined,
): boolean {
  if (!thread || ticket.status === 'closed' || thread.preview?.author === 'customer') return false;
  return thread.lastPublicSeq > thread.customerReadSeq;
}

/**
 * Whether the letter about a ticket's state tells of an answer as well: with the answer, or since, the case was solved or waits for the
 * customer.
 */
export const saysMore = (ticket: Pick<TicketRecord, 'status' | 'statusAt'>, answeredAt: Date): boolean =>
  (ticket.status === 'solved' || ticket.status === 'pending') && ticket.statusAt >= answeredAt;

/** Until when a rating can be changed. */
export const changeableUntil = (ratedAt: Date): Date => new Date(ratedAt.getTime() + ratingDays * day);

/** Whether a customer may rate now: what was solved, once; and change that for some days, also when it is open again. */
export function mayRate(
  ticket: Pick<TicketRecord, 'status' | 'mergedIntoId'>,
  ratedAt: Date | null,
  now: Date,
): boolean {
  if (ratedAt) return now <= changeableUntil(ratedAt);
  return (ticket.status === 'solved' || ticket.status === 'closed') && ticket.mergedIntoId === null;
}

/** What a customer is told in the thread when the status of their ticket changes; null for what they did themselves or see anyway. */
export function lineOfChange(from: TicketStatus, to: TicketStatus, by: 'customer' | 'us'): SystemLine | null {
  if (from === to) return null;
  switch (to) {
    case 'open':
      if (from === 'new') return 'ticket_open';
      return from === 'solved' ? 'ticket_reopened' : null;
    case 'pending':
      return 'ticket_pending';
    case 'on_hold':
      return 'ticket_on_hold';
    case 'solved':
      return by === 'customer' ? 'ticket_solved_by_customer' : 'ticket_solved';
    case 'closed':
      return 'ticket_closed';
    case 'new':
      return null;
  }
}

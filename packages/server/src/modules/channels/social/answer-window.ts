import type { Capabilities } from '../port.ts';

const hour = 3_600_000;

/** Until when a platform takes answers. */
export interface AnswerWindow {
  /** Null: always. */
  readonly answerUntil: Date | null;
  /** Until when it takes what people write; null where that makes no difference. */
  readonly lateUntil: Date | null;
}

/** The window that a customer's last message has opened. Answers in public have none. */
export function answerWindow(
  { windowHours, lateHours }: Pick<Capabilities, 'windowHours' | 'lateHours'>,
  lastInboundAt: Date,
  isPublic: boolean,
): AnswerWindow {
  const after = (hours: number | undefined) =>
    hours === undefined || isPublic ? null : new Date(lastInboundAt.getTime() + hours * hour);
  return { answerUntil: after(windowHours), lateUntil: after(lateHours) };
}

import type { AssistantModel } from '@fairlead/contract';
import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/database.ts';
import { tokensSince } from './model-store.ts';

/** How long what all have spent is believed, in milliseconds; what this node spends is added at once. */
const believed = 5_000;

/** Whether there are tokens left today (UTC). What is under way is not counted yet: a few calls at once may go a little beyond. */
export interface Budget {
  /** `null`: what is nobody's in person is of everybody's day alone. */
  allows(
    spenderId: string | null,
    limits: Pick<AssistantModel, 'tokensPerCustomer' | 'tokensPerDay'>,
  ): Promise<boolean>;
  spent(tokens: number): void;
}

export const dayOf = (now: Date): Date => new Date(Math.floor(now.getTime() / 86_400_000) * 86_400_000);

export function createBudget(database: Database, clock: Clock): Budget {
  let all = { tokens: 0, readAt: Number.NEGATIVE_INFINITY, day: 0 };
  return {
    async allows(spenderId, { tokensPerCustomer, tokensPerDay }) {
      const now = clock.now();
      const day = dayOf(now);
      const reader = database.reader();
      if (all.day !== day.getTime() || now.getTime() - all.readAt > believed)
        all = { tokens: await tokensSince(reader, day), readAt: now.getTime(), day: day.getTime() };
      if (all.tokens >= tokensPerDay) return false;
      if (spenderId === null) return true;
      return (await tokensSince(reader, day, spenderId)) < tokensPerCustomer;
    },
    spent(tokens) {
      all = { ...all, tokens: all.tokens + tokens };
    },
  };
}

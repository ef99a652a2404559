import type { TicketRecord } from '../tickets/index.ts';
import type { ClockRecord } from './clock-store.ts';
import type { Due } from './due-rules.ts';
import type { Measured } from './measure-clocks.ts';

/** One clock of a ticket as it stands now, and what is to be told or done about it. */
export interface Settled {
  readonly ticket: TicketRecord;
  readonly measured: Measured;
  readonly due: Due;
  readonly record: ClockRecord;
}

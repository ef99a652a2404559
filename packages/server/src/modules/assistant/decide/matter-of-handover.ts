import {
  type Category,
  categoryOfIntent,
  type FieldKey,
  fieldTypeOf,
  type HandOverReason,
  maximumFieldLength,
  type TicketFields,
  type TicketPriority,
} from '@fairlead/contract';
import type { FlowRun } from '../../exchange/index.ts';
import { intentOf } from '../copilot/matter.ts';
import type { Danger } from '../danger/danger-in.ts';
import type { Heard } from '../understand/heard.ts';
import type { Memory } from './memory.ts';

/** A matter that people take on as a case. */
export interface HandedMatter {
  readonly category: Category;
  /** What it is called: as the flow says, else `category` by its name; `personal` in words that name nothing of it. */
  readonly called:
    | { readonly by: 'flow'; readonly subject: string }
    | { readonly by: 'category' | 'personal' };
  readonly fields: TicketFields;
  /** Undefined: it follows what is at risk. */
  readonly priority?: TicketPriority;
  /** What makes a case urgent that the thread has already. */
  readonly danger?: Danger;
}

/** What a handover is decided from. */
export interface Handover {
  readonly reason: HandOverReason;
  readonly heard: Heard;
  /** What came of the flow that was asked; null where none was. */
  readonly flow: Pick<FlowRun, 'ticket'> | null;
  /** Before this turn. */
  readonly memory: Memory;
}

/**
 * The matter of a handover, where it takes a case: a stolen account, a complaint, somebody who may be vulnerable, and what a flow found to be for
 * people. Null where somebody only wants a person, or could not be helped: whether that is a case people say. Pure.
 */
export function matterOfHandover({ reason, heard, flow, memory }: Handover): HandedMatter | null {
  const fields = { description: heard.text.trim().slice(0, longest) };
  switch (reason) {
    case 'stolen':
      return { category: 'account_security.hacked', called: { by: 'category' }, fields, danger: 'stolen' };
    case 'complaint':
      return { category: 'other.complaint', called: { by: 'category' }, fields };
    case 'vulnerable': {
      const intent = intentOf(heard) ?? memory.last?.intent;
      const category = intent === undefined ? 'other' : categoryOfIntent(intent);
      // Nobody's worst moment is to stand as a heading, nor to wait by its money.
      if (heard.signals.has('self_harm'))
        return { category, called: { by: 'personal' }, fields, priority: 'urgent', danger: 'self_harm' };
      return { category, called: { by: category === 'other' ? 'personal' : 'category' }, fields };
    }
    case 'needed':
      return flow?.ticket ? ofFlow(flow.ticket) : null;
    case 'asked':
    case 'unsure':
    case 'busy':
      return null;
  }
}

const longest = maximumFieldLength[fieldTypeOf('description')];

function ofFlow({ category, subject, fields }: NonNullable<FlowRun['ticket']>): HandedMatter {
  // Agents see addresses masked wherever the exchange knows them; one that the customer wrote is theirs to show.
  const known = Object.entries(fields).filter(([key]) => key !== ('address' satisfies FieldKey));
  return { category, called: { by: 'flow', subject }, fields: Object.fromEntries(known) };
}

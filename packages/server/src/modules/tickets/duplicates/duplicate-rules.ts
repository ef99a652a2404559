import type { Category, DuplicateReason, TicketFields } from '@fairlead/contract';
import { searchTokens } from '../../conversations/index.ts';

/** What a case is told by. */
export interface DuplicateCase {
  readonly customerId: string | null;
  readonly category: Category;
  readonly subject: string;
  readonly fields: TicketFields;
  readonly createdAt: Date;
}

/** Each belongs to one matter only. */
const ids = ['txid', 'order_id'] as const;
/** From this share of common words on two texts say the same. */
const nearlySame = 0.6;
/** From this nearness in meaning on two texts are about one matter. */
const sameMatter = 1;
/** Within so many milliseconds a customer who asks about the same category asks about the same. */
const soon = 3 * 24 * 3_600_000;

/**
 * Why two open tickets may be one case: the same transaction or order, whoever asks; of one customer, nearly the same words or meaning, or the same category
 * within three days. `nearness` in meaning is what an embeddings model says, as `Nearness` has it. Empty where they are none. Pure.
 */
export function duplicateReasons(mine: DuplicateCase, other: DuplicateCase, nearness = 0): DuplicateReason[] {
  const sameId = ids.some((key) => {
    const value = mine.fields[key]?.trim().toLowerCase();
    return value !== undefined && value !== '' && value === other.fields[key]?.trim().toLowerCase();
  });
  const sameCustomer = mine.customerId !== null && mine.customerId === other.customerId;
  const near = sameCustomer && commonWords(textOf(mine), textOf(other)) >= nearlySame;
  const apart = Math.abs(mine.createdAt.getTime() - other.createdAt.getTime());
  const category = sameCustomer && mine.category === other.category && apart <= soon;
  return [
    ...(sameId ? (['id'] as const) : []),
    ...(near ? (['words'] as const) : []),
    ...(sameCustomer && nearness >= sameMatter ? (['meaning'] as const) : []),
    ...(category ? (['category'] as const) : []),
  ];
}

const textOf = ({ subject, fields }: DuplicateCase) => `${subject} ${fields.description ?? ''}`;

/** Jaccard's coefficient of their words: 0 to 1. */
function commonWords(one: string, other: string): number {
  const [a, b] = [new Set(searchTokens(one)), new Set(searchTokens(other))];
  const both = [...a].filter((it) => b.has(it)).length;
  const either = a.size + b.size - both;
  return either === 0 ? 0 : both / either;
}

import type { ExampleBody, ExampleExpectation, ExampleKind } from '@fairlead/contract';
import { hashOf } from './hash-of.ts';

/** An example of what must follow what customers write. */
export interface ExampleRecord extends ExampleBody {
  readonly id: string;
  readonly setId: string;
  /** Null: it came along, or its author is gone. */
  readonly authorId: string | null;
  readonly createdAt: Date;
}

/** What an example is counted as: by what matters most of what it expects. Pure. */
export function kindOf({ decision, handOver, flow, articles }: ExampleExpectation): ExampleKind {
  if (handOver !== null || decision === 'hand_over') return 'hand_over';
  if (flow !== null || decision === 'flow') return 'flow';
  return articles.length > 0 || decision === 'answer' ? 'answer' : 'other';
}

const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase();

/** The same for examples that ask the same in the same language: of those, one is kept. */
export const fingerprintOf = ({ locale, earlier, text }: Pick<ExampleBody, 'locale' | 'earlier' | 'text'>) =>
  hashOf([locale, ...earlier.map(plain), plain(text)]);

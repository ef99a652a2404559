import { defaultLocale, flowIds, type Locale, type TextGroup } from '@fairlead/contract';
import { shippedFlowTexts } from '../../exchange/index.ts';
import { shippedWords } from '../assistant-words.ts';

/** Where a text is from: the assistant's own, or those of flows. */
export type TextSource = 'assistant' | 'exchange';

/** A text that may be replaced. */
export interface ShippedText {
  /** With its source before it, such as `exchange.deposit.confirming`. */
  readonly key: string;
  readonly group: TextGroup;
}

/** The greeting is set beside the thresholds; names of causes and the like that stand within other texts are texts too. */
const elsewhere: ReadonlySet<string> = new Set(['greet']);

const texts: readonly ShippedText[] = [
  ...Object.keys(shippedWords(defaultLocale))
    .filter((key) => !elsewhere.has(key))
    .map((key) => ({ key: `assistant.${key}`, group: 'assistant' as const })),
  ...Object.keys(shippedFlowTexts(defaultLocale)).map((key) => ({
    key: `exchange.${key}`,
    group: groupOf(key),
  })),
];
const known: ReadonlySet<string> = new Set(texts.map((it) => it.key));

/** All texts that the assistant and its flows say. */
export const shippedTexts = (): readonly ShippedText[] => texts;

/** A text as it is shipped; undefined where there is none that may be replaced. */
export function shippedText(locale: Locale, key: string): string | undefined {
  if (!known.has(key)) return undefined;
  const at = key.indexOf('.');
  const catalogue = key.slice(0, at) === 'assistant' ? shippedWords(locale) : shippedFlowTexts(locale);
  return catalogue[key.slice(at + 1)];
}

function groupOf(key: string): TextGroup {
  const head = key.split('.')[0];
  if (head === 'restriction') return 'account';
  return flowIds.find((it) => it === head) ?? 'shared';
}

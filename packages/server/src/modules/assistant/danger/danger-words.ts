import type { Locale, MessageSource } from '@fairlead/contract';
import { type ExchangeConnector, freezeAddress } from '../../exchange/index.ts';
import type { WordKey, Words } from '../assistant-words.ts';

/** To whom it is said, and what is there for them. */
interface Place {
  readonly connector: ExchangeConnector;
  /** The exchange vouches for them here. */
  readonly known: boolean;
}

const keys = {
  hand_over: ['hand_over_stolen', 'hand_over_stolen_freeze', 'hand_over_stolen_visitor'],
  heard: ['heard_stolen', 'heard_stolen_freeze', 'heard_stolen_visitor'],
} as const satisfies Record<string, readonly WordKey[]>;

/** What is said of a stolen account: who may stop everything by themselves is told how; who is not signed in, how they come to that. `by` is whether the assistant hands over, or people have the conversation. */
export function stolenWords(by: keyof typeof keys, { connector, known }: Place): WordKey {
  const [alone, theirs, visitors] = keys[by];
  if (!connector.connected.customers) return alone;
  return known ? theirs : visitors;
}

/** The page where customers freeze their account, where an exchange is there to be told. */
export function freezeSources(connector: ExchangeConnector, words: Words, locale: Locale): MessageSource[] {
  return connector.connected.customers
    ? [{ title: words(locale, 'freeze_link'), url: freezeAddress(locale) }]
    : [];
}

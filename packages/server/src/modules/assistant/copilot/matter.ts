import type { Locale } from '@fairlead/contract';
import type { ConversationRecord } from '../../conversations/index.ts';
import { type HearingMoment, hear } from '../understand/hear.ts';
import type { Heard } from '../understand/heard.ts';

/** An entry of a thread, as far as it is looked at here. */
export interface Line {
  readonly id: string;
  readonly seq: number;
  readonly kind: 'text' | 'note' | 'system';
  readonly author: { readonly type: 'customer' | 'agent' | 'bot' | 'system' };
  readonly text: string;
  readonly createdAt: Date;
}

/** Something that the customer wrote, and what was understood of it. */
export interface HeardLine extends Line {
  readonly heard: Heard;
}

/** What a conversation is about. */
export interface Matter {
  /** What they wrote last, as far as it is looked at, oldest first. */
  readonly said: readonly HeardLine[];
  /** Those of it that no person has answered. */
  readonly open: readonly HeardLine[];
  /** What is asked now, in one: of what is open, else of what was answered last. */
  readonly heard: Heard;
  /** Of the customer's last message; 0 where there is none. */
  readonly seq: number;
}

/** Messages of a customer that are looked at, from the end. */
const looked = 12;
/** Below this an intent is a guess that nobody should go by. */
export const probable = 0.3;
/** About the talk itself and not about a matter. */
const isSmall = (intent: string) => intent === 'out_of_scope' || intent.startsWith('assistant.');

/** The intent of a text, where it is likely and about a matter. */
export function intentOf({ guesses: [best] }: Heard): string | null {
  return best && best.probability >= probable && !isSmall(best.label) ? best.label : null;
}

/** What a thread is about, at a moment where its customer is. Pure; a few milliseconds for each message that it looks at. */
export function matterOf(
  lines: readonly Line[],
  { locale }: Pick<ConversationRecord, 'locale'>,
  moment: HearingMoment,
): Matter {
  const said = lines
    .filter((it) => it.author.type === 'customer' && it.kind === 'text' && it.text.trim() !== '')
    .slice(-looked)
    .map((it) => ({ ...it, heard: hear(it.text, locale, moment) }));
  const answers = lines.filter((it) => it.author.type === 'agent' && it.kind === 'text');
  const answered = answers.at(-1)?.seq ?? 0;
  const open = said.filter((it) => it.seq > answered);
  const before = answers.at(-2)?.seq ?? 0;
  const asked = open.length > 0 ? open : said.filter((it) => it.seq > before);
  return {
    said,
    open,
    heard: hearAll(asked, locale, moment),
    seq: said.at(-1)?.seq ?? 0,
  };
}

/** What several messages ask together. Thanks, buttons and the wish for a person are left aside where they say something else too. */
function hearAll(lines: readonly HeardLine[], locale: Locale, moment: HearingMoment): Heard {
  const matters = lines.filter(
    ({ heard }) => intentOf(heard) !== null || Object.keys(heard.slots).length > 0,
  );
  const text = (matters.length > 0 ? matters : lines).map((it) => it.text).join('\n');
  const heard = hear(text, locale, moment);
  const signals = new Set(lines.flatMap((it) => [...it.heard.signals]));
  return { ...heard, signals };
}

import { readFileSync } from 'node:fs';
import type { Locale } from '@fairlead/contract';
import { dangerHeard } from '@fairlead/server/testing';
import { readHeldOut, readUtterances } from '@fairlead/understanding';
import { z } from 'zod';
import { printTable } from '../bench/table.ts';
import { conversationLanguages, readConversations } from './read-conversations.ts';

const stolen = 'account.hacked';
const messages = z.record(z.string(), z.object({ now: z.array(z.string()), not: z.array(z.string()) }));

interface Asked {
  readonly language: string;
  readonly text: string;
  /** It tells of a danger that is there. */
  readonly now: boolean;
}

/**
 * How well a danger is heard in messages to people, where an alarm too many frightens and disturbs: of how many that tell of one, and in how many that do not.
 * `danger-messages.json` holds messages in the middle of a conversation, half of which only look like it (an old case, a denial, a supposition, other things that are
 * stolen, what customers changed themselves); the rules were chosen with them. `danger-held-out.json` was written before the rules that it asks about, and is no text to choose rules with. The labelled
 * conversations were not looked at.
 */
export async function evalDangers(): Promise<void> {
  const sets: Array<[string, Asked[]]> = [
    ['messages amid a conversation', written('danger-messages.json')],
    ['messages that were held out', written('danger-held-out.json')],
    ['utterances that were held out', byLabel(readHeldOut())],
    ['utterances that were learned from', byLabel(readUtterances())],
    ['last turns of labelled conversations', labelled()],
  ];
  printTable(
    'Dangers heard in messages to people',
    ['texts', 'heard', 'of dangers', 'false alarms', 'of others', 'alarms at lost telephones'],
    sets.map(([name, all]) => {
      const heard = all.filter(({ language, text }) => dangerHeard(text, language as Locale) !== null);
      const alarms = heard.filter((it) => !it.now);
      const asksFor = alarms.filter((it) => freezes.has(it.text)).length;
      const dangers = all.filter((it) => it.now).length;
      return [name, heard.length - alarms.length, dangers, alarms.length, all.length - dangers, asksFor];
    }),
  );
}

const calledForSafety = new Set(['account.freeze', 'account.lost_2fa']);

/** Who asks for a freeze or for a new second factor because their telephone was stolen, or a code is given away, is in danger too. */
const freezes = new Set(
  [...readHeldOut(), ...readUtterances()].flatMap((it) => (calledForSafety.has(it.label) ? [it.text] : [])),
);

const byLabel = (texts: ReadonlyArray<{ text: string; label: string; locale: string }>): Asked[] =>
  texts.map(({ text, label, locale }) => ({ language: locale, text, now: label === stolen }));

function written(name: string): Asked[] {
  const sets = messages.parse(JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')));
  return Object.entries(sets).flatMap(([language, { now, not }]) => [
    ...now.map((text) => ({ language, text, now: true })),
    ...not.map((text) => ({ language, text, now: false })),
  ]);
}

/** Who may be vulnerable is in danger or is not: that is not labelled. */
const labelled = (): Asked[] =>
  conversationLanguages.flatMap((language) =>
    readConversations(language).flatMap(({ expect, turns }) =>
      'handover' in expect && expect.handover === 'vulnerable'
        ? []
        : [{ language, text: turns.at(-1) ?? '', now: 'handover' in expect && expect.handover === 'stolen' }],
    ),
  );

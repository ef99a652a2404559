import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Sample } from './train-model.ts';

/** An utterance: what a customer may say, its intent, and in which language. */
export interface Utterance extends Sample {
  readonly locale: string;
}

const folder = fileURLToPath(new URL('../utterances/', import.meta.url));

const names = () =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();

/** The languages, without region, in which there are utterances: in others concepts alone tell. */
export const learnedLanguages: ReadonlySet<string> = new Set(
  names().map((name) => new Intl.Locale(name.replace('.json', '')).language),
);

/** All that the classifier of intents learns from, language by language (`utterances/<locale>.json`: intent to utterances). */
export function readUtterances(): Utterance[] {
  return names().flatMap((name) => {
    const intents = JSON.parse(readFileSync(folder + name, 'utf8')) as Record<string, string[]>;
    const locale = name.replace('.json', '');
    return Object.entries(intents).flatMap(([label, texts]) =>
      texts.map((text) => ({ text, label, locale })),
    );
  });
}

import type { TranslationGlossary } from '@fairlead/contract';
import type { Platform } from '../../../platform/platform.ts';
import { firstGlossary } from './first-glossary.ts';
import { lastVersion } from './glossary-store.ts';
import { glossaryTopic } from './glossary-topic.ts';
import { readGlossaryVersion } from './keep-glossary.ts';

/** Milliseconds between two looks, for when a hint was lost. */
const lookEvery = 5_000;

/** The glossary as this node goes by it: within moments of a change, on whichever node it was made. */
export interface GlossaryFollower {
  current(): TranslationGlossary;
  /** Calls back with each version that comes into force here. */
  onChange(listener: (glossary: TranslationGlossary) => void): void;
  /** Looks now; what cannot be read leaves it as it is, and is said in the log. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

export function followGlossary({
  bus,
  database,
  log,
}: Pick<Platform, 'bus' | 'database' | 'log'>): GlossaryFollower {
  let held = firstGlossary();
  const listeners: Array<(glossary: TranslationGlossary) => void> = [];
  // One look after the other: of two at once the one that began first could put back an older version.
  let turn = Promise.resolve();
  const lookOnce = async () => {
    const reader = database.reader();
    const version = await lastVersion(reader);
    if (version === held.version) return;
    held = await readGlossaryVersion(reader, version);
    for (const listener of listeners) listener(held);
  };
  const look = () => {
    turn = turn
      .then(lookOnce)
      .catch((error: unknown) => log.warn({ err: error }, 'the glossary could not be read'));
    return turn;
  };
  const unsubscribe = bus.subscribe(glossaryTopic, () => void look());
  bus.onGap(() => void look());
  const timer = setInterval(() => void look(), lookEvery);
  timer.unref();
  return {
    current: () => held,
    onChange: (listener) => void listeners.push(listener),
    look,
    async stop() {
      clearInterval(timer);
      unsubscribe();
      await turn;
    },
  };
}

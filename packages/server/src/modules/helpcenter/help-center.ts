import type { Platform } from '../../platform/platform.ts';
import { createDeedCounter, type DeedCounter } from './deeds/count-deeds.ts';
import { type DriftWatch, watchDrift } from './drift/watch-drift.ts';
import type { GateSource } from './facts/gates.ts';
import type { FactSource } from './facts/live-facts.ts';
import { createAddressForReader } from './files/address-for-reader.ts';
import type { SearchWords } from './glossary.ts';
import { type ArticleFinder, createArticleFinder } from './reading/find-articles.ts';
import { type Library, openLibrary } from './reading/library.ts';
import { createHelp, type Help } from './reading/read-help.ts';

/** What a node holds of the help center: all that its readers are answered from. */
export interface HelpCenter {
  readonly platform: Platform;
  readonly library: Library;
  readonly help: Help;
  readonly finder: ArticleFinder;
  readonly deeds: DeedCounter;
  readonly drift: DriftWatch;
  /** Who else shows files to everybody, besides public articles: asked for each file that none of these shows. */
  readonly sharers: Set<(fileId: string) => Promise<boolean>>;
  /** By which else searches find. */
  readonly words: SearchWords;
  stop(): Promise<void>;
}

/** Opens it; nothing is read before somebody asks. */
export function openHelpCenter(
  platform: Platform,
  { facts, gates, words }: { facts: FactSource; gates: GateSource; words: SearchWords },
): HelpCenter {
  const library = openLibrary(platform, facts);
  const deeds = createDeedCounter(platform);
  return {
    platform,
    library,
    deeds,
    words,
    sharers: new Set(),
    drift: watchDrift(platform, library, gates),
    help: createHelp(library, {
      addressForReader: createAddressForReader(platform, (id) => library.isPublicFile(id)),
      clock: platform.clock,
    }),
    finder: createArticleFinder(library, words),
    async stop() {
      library.stop();
      await deeds.stop();
    },
  };
}

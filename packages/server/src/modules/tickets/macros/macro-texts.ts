import type { Locale } from '@fairlead/contract';
import { type CoverageSource, sourceOf } from '../../translation/index.ts';
import { listSharedMacros } from './macro-store.ts';

/** What macros say that more than their owner have. */
export const macroTexts: CoverageSource = {
  kind: 'macro',
  chain: ['own', 'relative', 'english', 'any'],
  list: async (reader) =>
    (await listSharedMacros(reader)).map(({ id, name, texts }) => {
      const source = sourceOf(texts);
      return {
        id,
        owner: id,
        name,
        source,
        locales: Object.keys(texts) as Locale[],
        shipped: [],
        says: texts[source] ?? '',
      };
    }),
};

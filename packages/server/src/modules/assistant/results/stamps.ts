import type { AssistantRun, AssistantSettings } from '@fairlead/contract';
import { intentModelHash } from '@fairlead/understanding';
import type { Library } from '../../helpcenter/index.ts';
import { withoutTexts } from '../settings/settings.ts';
import { hashOf } from './hash-of.ts';

/** What a run is made with: the settings, every published text, and the classifier. */
export function stampsOf(library: Library, settings: AssistantSettings): AssistantRun['stamps'] {
  const texts = library
    .articles()
    .map(({ id, intents, visibility, texts }) => ({
      id,
      intents,
      visibility,
      revisions: [...texts.values()].map((it) => it.revisionId).toSorted(),
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    settings: hashOf(withoutTexts(settings)),
    articles: hashOf(texts),
    classifier: intentModelHash().slice(0, 16),
  };
}

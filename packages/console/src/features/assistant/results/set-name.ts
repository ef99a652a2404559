import type { ExampleSet } from '@fairlead/contract';
import type { Translate } from '../../../i18n/i18n.tsx';

/** What a set is called; the usual one has a name of ours until somebody gives it another. */
export const setName = (t: Translate, { name }: Pick<ExampleSet, 'name'>): string =>
  name === '' ? t('assistant.sets.usual') : name;

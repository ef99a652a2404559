import { sayRemoved } from '@fairlead/shield/marks';
import type { Translate } from './i18n.tsx';

/** What a customer wrote, with words in the place of the secrets that were taken out of it. */
export const sayMarks = (t: Translate, text: string): string =>
  sayRemoved(text, (kind) => t(`removed.${kind}`));

import type { catalogue, MessageKey } from './catalogue-en.ts';

/** The texts of a language: as many as the English ones. */
export type Catalogue = Readonly<Record<keyof typeof catalogue, string>>;

/** One catalogue from the files of the features. That no key is missing is checked with the locales, since a list of files has no type. */
export const catalogueOf = (
  contract: Readonly<Record<string, string>>,
  files: Readonly<Record<string, unknown>>,
): Catalogue => Object.assign({}, contract, ...Object.values(files)) as Record<MessageKey, string>;

import type { Locale } from '@fairlead/contract';

/** What administrators say instead of a text of the catalogue; undefined where they do not. */
export type OwnTexts = (locale: Locale, key: string) => string | undefined;

/** Where each text of the catalogue is said as it is shipped. */
export const noOwnTexts: OwnTexts = () => undefined;

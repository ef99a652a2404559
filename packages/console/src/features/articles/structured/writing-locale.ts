import type { Locale } from '@fairlead/contract';
import { createContext, use } from 'react';

/** The language of the text that is written. */
export const WritingLocale = createContext<Locale>('en');

/** That language, for what stands in the text. */
export const useWritingLocale = (): Locale => use(WritingLocale);

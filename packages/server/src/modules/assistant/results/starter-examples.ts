import { readFileSync } from 'node:fs';
import { type ExamplesFile, examplesFile } from '@fairlead/contract';

/** The languages in which examples come along. */
export const starterLanguages = ['zh-CN', 'zh-TW', 'en', 'ja', 'ko', 'ru', 'es', 'vi'] as const;

/** Examples to begin with, as a file of them; the articles that they name come with the product. */
export const starterExamples = (): ExamplesFile['examples'] =>
  starterLanguages.flatMap((locale) => {
    const file = new URL(`starter/${locale}.json`, import.meta.url);
    return examplesFile.parse(JSON.parse(readFileSync(file, 'utf8'))).examples;
  });

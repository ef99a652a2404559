import { readFileSync } from 'node:fs';
import type { Glossary } from '@fairlead/search';

/** The words of the exchange in every language, by which searches find what is called otherwise: `articles/glossary.json`. */
export const glossary: Glossary = JSON.parse(
  readFileSync(new URL('../../../../../articles/glossary.json', import.meta.url), 'utf8'),
) as Glossary;

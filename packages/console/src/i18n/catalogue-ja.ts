import contract from '@fairlead/contract/locales/ja.json';
import { catalogueOf } from './catalogue-of.ts';

/** The texts in Japanese. */
export const catalogue = catalogueOf(
  contract,
  import.meta.glob('./locales/*.ja.json', { eager: true, import: 'default' }),
);

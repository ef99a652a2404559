import contract from '@fairlead/contract/locales/es.json';
import { catalogueOf } from './catalogue-of.ts';

/** The texts in Spanish. */
export const catalogue = catalogueOf(
  contract,
  import.meta.glob('./locales/*.es.json', { eager: true, import: 'default' }),
);

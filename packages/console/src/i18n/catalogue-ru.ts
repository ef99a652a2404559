import contract from '@fairlead/contract/locales/ru.json';
import { catalogueOf } from './catalogue-of.ts';

/** The texts in Russian. */
export const catalogue = catalogueOf(
  contract,
  import.meta.glob('./locales/*.ru.json', { eager: true, import: 'default' }),
);

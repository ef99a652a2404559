import contract from '@fairlead/contract/locales/ko.json';
import { catalogueOf } from './catalogue-of.ts';

/** The texts in Korean. */
export const catalogue = catalogueOf(
  contract,
  import.meta.glob('./locales/*.ko.json', { eager: true, import: 'default' }),
);

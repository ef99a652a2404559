import contract from '@fairlead/contract/locales/vi.json';
import { catalogueOf } from './catalogue-of.ts';

/** The texts in Vietnamese. */
export const catalogue = catalogueOf(
  contract,
  import.meta.glob('./locales/*.vi.json', { eager: true, import: 'default' }),
);

import contract from '@fairlead/contract/locales/zh-CN.json';
import { catalogueOf } from './catalogue-of.ts';

/** The texts in simplified Chinese. */
export const catalogue = catalogueOf(
  contract,
  import.meta.glob('./locales/*.zh-CN.json', { eager: true, import: 'default' }),
);

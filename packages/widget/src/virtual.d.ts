declare module 'virtual:catalogues' {
  import type { Locale } from '@fairlead/contract/locale';

  /** Where each locale's texts are. */
  const catalogues: Record<Locale, string>;
  export default catalogues;
}

declare module 'virtual:catalogues' {
  import type { Locale } from '@fairlead/contract/locale';

  /** Where a locale's texts are. */
  export default function addressOf(locale: Locale): string;
}

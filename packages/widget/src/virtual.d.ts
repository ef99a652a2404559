declare module 'virtual:catalogues' {
  import type { Locale } from '@fairlead/contract/locale';

  /** Where a locale's texts are: those of the first screens, those beside articles, those of the shield, or the rare ones. */
  export default function addressOf(name: Locale | `${Locale}-${'help' | 'rare' | 'shield'}`): string;
}

declare module 'virtual:locale-names' {
  import type { Locale } from '@fairlead/contract/locale';

  /** Each language's own name for itself. */
  const localeNames: Readonly<Record<Locale, string>>;
  export default localeNames;
}

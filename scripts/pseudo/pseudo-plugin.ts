import { readFileSync } from 'node:fs';
import process from 'node:process';
import { pseudoCatalogue } from './pseudo-text.ts';
import { readAsPseudo } from './read-as-pseudo.ts';

/** Set for a build of pseudo texts: `ltr`, or `rtl` for a console that runs from right to left as well. */
export const pseudoMode = (): string | undefined => process.env['FAIRLEAD_PSEUDO'];

const catalogue = /\/locales\/(?:\w+\.)?en\.json$/;

/** Builds with English catalogues as pseudo texts where that is asked for; else nothing. For Vite. */
export function pseudoPlugin() {
  const mode = pseudoMode();
  if (mode !== undefined) readAsPseudo();
  return {
    name: 'fairlead-pseudo',
    enforce: 'pre' as const,
    load(id: string): string | undefined {
      const path = id.split('?')[0] ?? id;
      if (mode === undefined || !catalogue.test(path)) return undefined;
      const texts = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
      // Those that are read through `readAsPseudo` are so already.
      const [first = ''] = Object.values(texts);
      return JSON.stringify(first.startsWith('⟦') ? texts : pseudoCatalogue(texts));
    },
    transform(code: string, id: string): string | undefined {
      if (mode !== 'rtl' || !id.endsWith('/i18n/i18n.tsx')) return undefined;
      return code.replace('directionOf(locale)', "'rtl'");
    },
  };
}

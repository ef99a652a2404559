import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { locales } from '@fairlead/contract/locale';
import type { Plugin } from 'vite';

type Texts = Record<string, string>;

const own = fileURLToPath(new URL('../locales', import.meta.url));
const shared = fileURLToPath(new URL('../../contract/locales', import.meta.url));

/** The wire's texts that a customer can meet; those of the console stay out of what customers load. */
const forCustomers = /^(topic|system|error\.(request|server|identity|channels|conversation|file))\./;

const read = (folder: string, locale: string): Texts => {
  const file = join(folder, `${locale}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
};

function catalogueOf(locale: string): Texts {
  const wire = Object.entries(read(shared, locale)).filter(([key]) => forCustomers.test(key));
  return { ...Object.fromEntries(wire), ...read(own, locale) };
}

/**
 * Gives `virtual:catalogues`: the address of each locale's texts, the widget's and the contract's in one JSON file. A text that a language
 * lacks is the English one. Not a chunk of code each: what loads those would weigh more than all of this.
 */
export function cataloguePlugin(): Plugin {
  return {
    name: 'fairlead-catalogues',
    resolveId: (id) => (id === 'virtual:catalogues' ? `\0${id}` : undefined),
    load(id) {
      if (id !== '\0virtual:catalogues') return undefined;
      const english = catalogueOf('en');
      const lines = locales.map((locale) => {
        const source = JSON.stringify({ ...english, ...catalogueOf(locale) });
        const file = this.emitFile({ type: 'asset', name: `${locale}.json`, source });
        return `'${locale}': import.meta.ROLLUP_FILE_URL_${file}`;
      });
      return `export default {\n${lines.join(',\n')}\n};`;
    },
  };
}

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endpoints, publicSystemLines } from '@fairlead/contract';
import { locales } from '@fairlead/contract/locale';
import type { Plugin } from 'vite';

type Texts = Record<string, string>;

const own = fileURLToPath(new URL('../locales', import.meta.url));
const shared = fileURLToPath(new URL('../../contract/locales', import.meta.url));

/** The wire's texts that a customer can meet; those of the console stay out of what customers load. */
const always = /^(topic|error\.(request|server|identity|channels|file))\./;
const forCustomers: ReadonlySet<string> = new Set([
  ...publicSystemLines.map((line) => `system.${line}`),
  ...Object.values(endpoints.chat).flatMap(({ errors }) => errors.map((code) => `error.${code}`)),
]);

const read = (folder: string, locale: string): Texts => {
  const file = join(folder, `${locale}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
};

function catalogueOf(locale: string): Texts {
  const wire = Object.entries(read(shared, locale)).filter(
    ([key]) => always.test(key) || forCustomers.has(key),
  );
  return { ...Object.fromEntries(wire), ...read(own, locale) };
}

/**
 * Gives `virtual:catalogues`: the address of a locale's texts, the widget's and the contract's in one JSON file. A text that a language
 * lacks is the English one. Not a chunk of code each: what loads those would weigh more than all of this. And one mark of the version for
 * all of them, because fifteen would weigh more than the languages' names.
 */
export function cataloguePlugin(): Plugin {
  let folder = '';
  let base = '';
  return {
    name: 'fairlead-catalogues',
    configResolved(config) {
      folder = config.build.assetsDir;
      base = config.base;
    },
    resolveId: (id) => (id === 'virtual:catalogues' ? `\0${id}` : undefined),
    load(id) {
      if (id !== '\0virtual:catalogues') return undefined;
      const english = catalogueOf('en');
      const sources = locales.map((locale) => JSON.stringify({ ...english, ...catalogueOf(locale) }));
      const version = createHash('sha256').update(sources.join()).digest('hex').slice(0, 8);
      for (const [index, locale] of locales.entries()) {
        const fileName = `${folder}/${locale}-${version}.json`;
        this.emitFile({ type: 'asset', fileName, source: sources[index] ?? '' });
      }
      return `export default (locale) => \`${base}${folder}/\${locale}-${version}.json\`;`;
    },
  };
}

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endpoints, portalSystemLines, publicSystemLines } from '@fairlead/contract';
import { locales } from '@fairlead/contract/locale';
import type { Plugin } from 'vite';

type Texts = Record<string, string>;

const own = fileURLToPath(new URL('../locales', import.meta.url));
const shared = fileURLToPath(new URL('../../contract/locales', import.meta.url));

/** The wire's texts that a customer can meet; those of the console stay out of what customers load. */
const always = /^(topic|error\.(request|server|identity|file))\.|^error\.channels\.inbox_not_found$/;
const forCustomers: ReadonlySet<string> = new Set([
  ...publicSystemLines.filter((line) => !portalSystemLines.includes(line)).map((line) => `system.${line}`),
  ...Object.values(endpoints.chat).flatMap(({ errors }) => errors.map((code) => `error.${code}`)),
]);

/**
 * What the first screens never say: it comes with an error, a line of the system, a file or a browser that keeps nothing. What names a
 * field is there with the field, and that nobody can be reached must be sayable without reaching anybody.
 */
const rare =
  /^(error\.(?!server\.unavailable)|system\.(?!assigned|closed)|(upload|file)\.|notice\.(memory|visitor|dismiss)|composer\.(left|over|drop)|thread\.older)/;

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

/** The texts of the first screens, or the rare ones. */
const partOf = (texts: Texts, isRare: boolean): Texts =>
  Object.fromEntries(Object.entries(texts).filter(([key]) => rare.test(key) === isRare));

/**
 * Gives `virtual:catalogues`: the address of a locale's texts, the widget's and the contract's in one JSON file, and of the rare ones in
 * another. A text that a language lacks is the English one. Not a chunk of code each: what loads those would weigh more than all of this.
 * And one mark of the version for all of them, because thirty would weigh more than the languages' names.
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
      const files = locales.flatMap((locale) => {
        const texts = { ...english, ...catalogueOf(locale) };
        return [
          { name: locale, source: JSON.stringify(partOf(texts, false)) },
          { name: `${locale}-rare`, source: JSON.stringify(partOf(texts, true)) },
        ];
      });
      const version = createHash('sha256').update(files.map(({ source }) => source).join());
      const mark = version.digest('hex').slice(0, 8);
      for (const { name, source } of files) {
        this.emitFile({ type: 'asset', fileName: `${folder}/${name}-${mark}.json`, source });
      }
      return `export default (name) => \`${base}${folder}/\${name}-${mark}.json\`;`;
    },
  };
}

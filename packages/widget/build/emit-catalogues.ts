import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

export type Texts = Record<string, string>;

/** The texts of a locale in a folder of catalogues; none where it has no file. */
export const readTexts = (folder: string, locale: string): Texts => {
  const file = join(folder, `${locale}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
};

/**
 * Gives `virtual:catalogues`: the address of a file of texts by its name. JSON, and not a chunk of code each: what loads those would weigh
 * more than all of this. And one mark of the version for all of them, because thirty would weigh more than the languages' names.
 */
export function emitCatalogues(files: () => Array<{ name: string; texts: Texts }>): Plugin {
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
      const written = files().map(({ name, texts }) => ({ name, source: JSON.stringify(texts) }));
      const version = createHash('sha256').update(written.map(({ source }) => source).join());
      const mark = version.digest('hex').slice(0, 8);
      for (const { name, source } of written) {
        this.emitFile({ type: 'asset', fileName: `${folder}/${name}-${mark}.json`, source });
      }
      return `export default (name) => \`${base}${folder}/\${name}-${mark}.json\`;`;
    },
  };
}

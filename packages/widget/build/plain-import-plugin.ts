import type { Plugin } from 'vite';

/**
 * Lets `import()` be the browser's own. Vite would wrap it in code that fetches a part's styles and imports ahead; the parts of the widget have
 * none, and that code weighs more than most of them.
 */
export function plainImportPlugin(): Plugin {
  return {
    name: 'fairlead-plain-import',
    enforce: 'pre',
    load: (id) =>
      id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined,
  };
}

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { pseudoPlugin } from '../../scripts/pseudo/pseudo-plugin.ts';
import { cataloguePlugin } from './build/catalogue-plugin.ts';
import { loaderPlugin } from './build/loader-plugin.ts';
import { localeNamesPlugin } from './build/locale-names-plugin.ts';
import { plainImportPlugin } from './build/plain-import-plugin.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('src'),
  base: '/widget/',
  publicDir: false,
  plugins: [pseudoPlugin(), cataloguePlugin(), localeNamesPlugin(), plainImportPlugin(), loaderPlugin()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: here('dist'),
    emptyOutDir: true,
    // The frame's Content-Security-Policy allows no `data:` or inline sources, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: false,
    // Some hundred bytes smaller than what Vite brings, of the thirty thousand that there are.
    minify: 'terser',
    terserOptions: {
      module: true,
      compress: { passes: 3, ecma: 2022, unsafe_arrows: true, unsafe_methods: true },
    },
    target: 'es2022',
    // Browsers that know oklch(): for older ones every colour would be written twice.
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
    rolldownOptions: { input: here('src/frame.html') },
  },
});

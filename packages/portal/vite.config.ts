import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { pseudoPlugin } from '../../scripts/pseudo/pseudo-plugin.ts';
import { cataloguePlugin } from './build/catalogue-plugin.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('src'),
  base: '/portal/',
  publicDir: false,
  plugins: [pseudoPlugin(), cataloguePlugin()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: here('dist'),
    emptyOutDir: true,
    // The page's Content-Security-Policy allows no `data:` or inline sources, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    // Browsers that know oklch(): for older ones every colour would be written twice.
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
    rolldownOptions: { input: here('src/page.html') },
  },
});

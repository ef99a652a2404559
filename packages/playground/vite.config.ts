import { defineConfig } from 'vite';

const server = 'http://localhost:4800';

export default defineConfig({
  root: import.meta.dirname,
  base: '/playground/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist',
    // The page's Content-Security-Policy allows no `data:` sources, so nothing is inlined.
    assetsInlineLimit: 0,
    target: 'es2022',
  },
  server: {
    proxy: {
      '/playground/api': server,
      '/playground/exchange': server,
      '/widget': server,
      '/api': { target: server, ws: true },
    },
  },
});

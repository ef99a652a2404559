import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { pseudoPlugin } from '../../scripts/pseudo/pseudo-plugin.ts';

const server = 'http://localhost:4800';

export default defineConfig({
  base: '/console/',
  plugins: [pseudoPlugin(), react(), tailwindcss()],
  build: {
    outDir: 'dist',
    // The server's Content-Security-Policy allows no `data:` fonts or scripts, so nothing is inlined.
    assetsInlineLimit: 0,
    target: 'es2022',
  },
  server: {
    proxy: {
      '/api': { target: server, ws: true },
      '/files': { target: server },
      '/letters': { target: server },
    },
  },
});

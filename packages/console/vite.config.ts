import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { pseudoPlugin } from '../../scripts/pseudo/pseudo-plugin.ts';
import { leanContractPlugin } from './build/lean-contract-plugin.ts';

const server = 'http://localhost:4800';

export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  plugins: [pseudoPlugin(), leanContractPlugin(), react(), tailwindcss()],
  build: {
    outDir: 'dist',
    // The server's Content-Security-Policy allows no `data:` fonts or scripts, so nothing is inlined.
    assetsInlineLimit: 0,
    target: 'es2022',
    rolldownOptions: {
      output: {
        // What pages share is put together by who shares it, in pieces of some size: left alone it is 180 files for the inbox, and to
        // fetch them takes longer than to read them. Texts stay apart: each agent needs those of one language.
        codeSplitting: {
          groups: [
            {
              name: 'shared',
              test: (id) => !id.includes('/locales/'),
              minShareCount: 2,
              entriesAware: true,
              entriesAwareMergeThreshold: 60_000,
            },
          ],
        },
        // Pieces that need each other begin in the order in which their sources do.
        strictExecutionOrder: true,
        chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
      },
    },
  },
  server: {
    proxy: {
      '/api': { target: server, ws: true },
      '/files': { target: server },
      '/letters': { target: server },
    },
  },
});

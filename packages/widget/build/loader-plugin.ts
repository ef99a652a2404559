import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

/** Builds `loader.js` beside the frame: one classic script without imports, because host pages embed it by a plain script tag. */
export function loaderPlugin(): Plugin {
  let folder = '';
  return {
    name: 'fairlead-loader',
    apply: 'build',
    configResolved(config) {
      folder = config.build.outDir;
    },
    async closeBundle() {
      await build({
        configFile: false,
        root: fileURLToPath(new URL('../src', import.meta.url)),
        logLevel: 'warn',
        build: {
          outDir: folder,
          emptyOutDir: false,
          target: 'es2022',
          lib: { entry: 'loader.ts', formats: ['iife'], name: 'fairleadLoader', fileName: () => 'loader.js' },
        },
      });
    },
  };
}

// The entry of `npm start`: plain JavaScript, so that an older Node can at least say what it lacks.
import module from 'node:module';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const needed = 24;
const major = Number(process.versions.node.split('.')[0]);
if (major < needed) {
  console.error(
    `Fairlead needs Node.js ${needed} or newer; this is ${process.versions.node}.\n` +
      'On Linux and macOS (x64, arm64) `npm ci` brings it along: start with `npm start`, not with `node`.\n' +
      'Elsewhere install it from https://nodejs.org and try again.',
  );
  process.exit(1);
}
// What Node compiled once need not be compiled at the next start. Where the folder cannot be written, it is.
module.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)));
const { start } = await import('./start.ts');
await start(process.argv.slice(2));

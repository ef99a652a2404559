import { randomUUID } from 'node:crypto';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Bytes that are sent as they are. */
const small = 1000;
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/**
 * Puts a compressed copy beside each text of a folder (`.br`, `.gz`) that has none, for browsers that read it; the server picks. A copy appears whole, so it
 * may be served meanwhile. One after the other: a server that runs in the same process goes on.
 */
export async function compressAssets(folder: string): Promise<void> {
  const names = await readdir(folder);
  const there = new Set(names);
  for (const name of names) {
    if (!/\.(?:js|css|svg|json)$/.test(name) || (there.has(`${name}.br`) && there.has(`${name}.gz`)))
      continue;
    const bytes = await readFile(join(folder, name));
    if (bytes.length < small) continue;
    await writeWhole(join(folder, `${name}.br`), await promisify(brotliCompress)(bytes, brotli));
    await writeWhole(join(folder, `${name}.gz`), await promisify(gzip)(bytes, { level: 9 }));
  }
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, bytes);
  await rename(draft, path);
}

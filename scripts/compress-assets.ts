import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Bytes that are sent as they are. */
const small = 1000;

/** Puts a compressed copy beside each text of a folder (`.br`, `.gz`), for browsers that read it; the server picks. */
export async function compressAssets(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/\.(?:js|css|svg|json)$/.test(name)) continue;
    const bytes = await readFile(join(folder, name));
    if (bytes.length < small) continue;
    const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
    await writeFile(join(folder, `${name}.br`), await promisify(brotliCompress)(bytes, options));
    await writeFile(join(folder, `${name}.gz`), await promisify(gzip)(bytes, { level: 9 }));
  }
}

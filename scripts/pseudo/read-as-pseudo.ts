import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { pseudoCatalogue } from './pseudo-text.ts';

/** English catalogues of what people see, as they lie on disk. */
const catalogue = /\/(?:pages\/help|contract|widget|portal)\/locales\/en\.json$/;

/** From here on this process reads English catalogues as pseudo texts. For development: nothing else does so. */
export function readAsPseudo(): void {
  const read = fs.readFileSync;
  const reading = (path: fs.PathOrFileDescriptor, options?: Parameters<typeof read>[1]) => {
    const found = read(path, options);
    if (!catalogue.test(String(path))) return found;
    return JSON.stringify(pseudoCatalogue(JSON.parse(String(found)) as Record<string, string>));
  };
  fs.readFileSync = reading as typeof read;
  syncBuiltinESMExports();
}

import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { pseudoCatalogue } from './pseudo-text.ts';

/** English catalogues of what people see, as they lie on disk. */
const catalogue = /\/(?:pages\/help|contract|widget|portal)\/locales\/en\.json$/;

/** From here on this process reads English catalogues as pseudo texts. For development: nothing else does so. */
export function readAsPseudo(): void {
  const read = fs.readFileSync;
  const reading = (...given: Parameters<typeof read>) => {
    const [path] = given;
    const found = read(...given);
    if (!catalogue.test(String(path))) return found;
    return JSON.stringify(pseudoCatalogue(JSON.parse(String(found)) as Record<string, string>));
  };
  fs.readFileSync = reading as typeof read;
  syncBuiltinESMExports();
}

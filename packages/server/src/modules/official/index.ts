import type { OfficialCheck, OfficialForm, OfficialLetterCheck } from '@fairlead/contract';
import type { Caller } from '../../platform/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import type { ExaminedLetter } from '../channels/index.ts';
import { type Asking, createAllowances } from './allowances.ts';
import { checkOfficial } from './check/check-official.ts';
import { judgeLetter } from './check/judge-letter.ts';
import { openRegistry } from './open-registry.ts';
import { reportImpostor } from './report-impostor.ts';
import { officialRoutes } from './routes.ts';

export { addEntry } from './change-entries.ts';
export { contactsIn } from './check/contacts-in.ts';
export { nameOfFinding, sayAdvice, sayFinding, sayReasons } from './say-finding.ts';

/** Is this really us? */
export interface Official {
  /** Whether what somebody was contacted by is ours, by the registry as it is now. */
  check(text: string, form?: OfficialForm): Promise<OfficialCheck>;
  /** The same of a whole e-mail. Asks name servers, for seconds at most; no transaction may be open. */
  checkLetter(bytes: Uint8Array): Promise<OfficialLetterCheck>;
  /** Keeps who is said to pose as us; answers how many were taken. */
  report(
    caller: Caller,
    what: { text: string; form?: OfficialForm | undefined; note: string },
  ): Promise<number>;
  /** Throws `request.rate_limited` once an address has asked too often. */
  allow(ip: string, asking: Asking): Promise<void>;
}

/** The door of the official module: the registry of what is ours, and who asks it. See README.md for what it promises. */
export function officialModule(
  platform: Platform,
  ports: { examineLetter: (bytes: Uint8Array) => Promise<ExaminedLetter> },
): Official {
  const registry = openRegistry(platform);
  const official: Official = {
    check: async (text, form) => checkOfficial(text, await registry.read(), form),
    async checkLetter(bytes) {
      const letter = await ports.examineLetter(bytes);
      return judgeLetter(letter, await registry.read());
    },
    async report(caller, what) {
      const known = await registry.read();
      return platform.database.write((tx) => reportImpostor(tx, caller, known, what));
    },
    allow: createAllowances(),
  };
  officialRoutes(platform, official, () => registry.forget());
  return official;
}

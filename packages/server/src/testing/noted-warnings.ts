import { createLog } from '../platform/log/log.ts';

const kept = 100;
let noted: string[] = [];

/** A log of which nothing is printed but what nodes warn of during a test that fails. */
export const notingLog = () =>
  createLog('warn', {
    write(line) {
      noted.push(line);
      if (noted.length > kept) noted.shift();
    },
  });

/** What nodes have warned of since it was asked for last. */
export function takeWarnings(): string[] {
  const all = noted;
  noted = [];
  return all;
}

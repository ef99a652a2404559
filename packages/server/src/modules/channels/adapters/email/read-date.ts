/** Zones that mailers name and the platform does not know, in hours from UTC. */
const zones = new Map([
  ['JST', '+0900'],
  ['KST', '+0900'],
  ['HKT', '+0800'],
  ['SGT', '+0800'],
  ['MSK', '+0300'],
  ['CET', '+0100'],
  ['CEST', '+0200'],
  ['BST', '+0100'],
  ['IST', '+0530'],
]);

/** The instant that a Date header names, also in its obsolete forms (RFC 5322 section 4.3); null where there is none. */
export function readDate(header: string | null): Date | null {
  if (!header) return null;
  const text = header
    .slice(0, 200)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\b[A-Z]{3,4}\b/g, (zone) => zones.get(zone) ?? zone)
    .replace(/\s+/g, ' ')
    .trim();
  const zoned = /(?:[+-]\d{4}|\b(?:UT|GMT|Z|[ECMP][SD]T))$/.test(text);
  // A time without a zone, or with one that nobody knows, is taken as UTC rather than as the server's own.
  const candidates = zoned ? [text] : [`${text} +0000`, `${text.replace(/\s+[A-Za-z]{1,5}$/, '')} +0000`];
  for (const candidate of candidates) {
    const time = Date.parse(candidate);
    if (!Number.isNaN(time)) return new Date(time);
  }
  return null;
}

import { type CoverageKind, coverageKinds, type Locale, locales } from '@fairlead/contract';

/** What the address of the coverage page says. */
export interface CoverageSearch {
  kind?: CoverageKind | undefined;
  lang?: Locale | undefined;
}

/** Reads the address; what it does not know is left out. */
export function coverageSearch(raw: Record<string, unknown>): CoverageSearch {
  const kind = coverageKinds.find((it) => it === raw['kind']);
  const lang = locales.find((it) => it === raw['lang']);
  return { ...(kind && { kind }), ...(lang && { lang }) };
}

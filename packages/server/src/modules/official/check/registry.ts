import type { OfficialKind, OfficialPlatform, OfficialStanding } from '@fairlead/contract';

/** One line of the registry, its value in the one form that `readContact` gives. */
export interface RegistryEntry {
  readonly standing: OfficialStanding;
  readonly kind: OfficialKind;
  /** Of handles; null otherwise. */
  readonly platform: OfficialPlatform | null;
  readonly value: string;
  /** Everything below the domain too. */
  readonly subdomains: boolean;
  readonly label: string;
  /** Ours no longer, or no impostor any more. */
  readonly retired: boolean;
}

/** All that a check goes by. */
export type Registry = readonly RegistryEntry[];

/** Whether a host is a domain's, or lies below it where that counts too. Both in ASCII, lower case, without a dot at the end. */
export const covers = (entry: Pick<RegistryEntry, 'value' | 'subdomains'>, host: string): boolean =>
  host === entry.value || (entry.subdomains && host.endsWith(`.${entry.value}`));

import type { Catalogue } from '@fairlead/contract/format-message';

/** The texts at an address. It throws when they are not there: an answer that says so may well be JSON too. */
export async function readCatalogue(address: string): Promise<Catalogue> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(address);
  return (await answer.json()) as Catalogue;
}

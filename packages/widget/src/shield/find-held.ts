import { type FoundSecret, findSecrets, isRemoved } from '@fairlead/shield';
import { wordListsFor } from '@fairlead/shield/word-lists-for';

/** A text that must not leave, and why. */
export interface HeldText {
  readonly text: string;
  readonly found: readonly FoundSecret[];
}

/** The secrets in a text that nobody may have; nothing where there are none. Without a list of words its phrases are left to the server. */
export async function findHeld(text: string): Promise<HeldText | undefined> {
  const lists = await wordListsFor(text).catch(() => []);
  const found = findSecrets(text, lists).filter(({ kind }) => isRemoved(kind));
  return found.length === 0 ? undefined : { text, found };
}

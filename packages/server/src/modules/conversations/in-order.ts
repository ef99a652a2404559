import { Failure } from '../../platform/fail.ts';

/**
 * Does one after the other and answers what came of each, up to the first that is refused: those after it are not done. Throws the
 * refusal when it is the very first's.
 */
export async function inOrder<Item, Done>(
  items: readonly Item[],
  act: (item: Item) => Promise<Done>,
): Promise<Done[]> {
  const done: Done[] = [];
  for (const item of items) {
    try {
      done.push(await act(item));
    } catch (error) {
      if (!(error instanceof Failure) || done.length === 0) throw error;
      return done;
    }
  }
  return done;
}

import type { AssistantText, TextGroup } from '@fairlead/contract';

/** Which texts are shown: all, those of one's own, or those of them whose shipped text has become another one. */
export const shownTexts = ['all', 'own', 'moved'] as const;
export type ShownTexts = (typeof shownTexts)[number];

/** Whether somebody should look at it: the shipped text is another one by now, or does not fit any more. */
const hasMoved = ({ own }: AssistantText): boolean => own !== null && (own.replaced !== null || own.unfit);

/** The texts that are looked for: every word stands in what is said, what is shipped, or the key. Pure. */
export function findTexts(
  texts: readonly AssistantText[],
  { group, show, q }: { group: TextGroup | undefined; show: ShownTexts; q: string },
): AssistantText[] {
  const words = fold(q).split(/\s+/).filter(Boolean);
  return texts.filter((it) => {
    if (group && it.group !== group) return false;
    if (show === 'own' && !it.own) return false;
    if (show === 'moved' && !hasMoved(it)) return false;
    const said = fold([it.own?.text, it.shipped, it.english, it.key].join('\n'));
    return words.every((word) => said.includes(word));
  });
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase();

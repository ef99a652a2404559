import addressOf from 'virtual:catalogues';
import { useEffect } from 'preact/hooks';
import { keepTrying } from '../live/keep-trying.ts';
import { readCatalogue } from '../text/read-catalogue.ts';
import { useChatState, useSurroundings } from '../views/context.ts';

/** Whether the texts that stand beside articles are there, in the language that is shown; they are fetched until they are. */
export function useHelpTexts(): boolean {
  const { store } = useSurroundings().chat;
  const locale = useChatState((state) => state.locale);
  const there = useChatState(({ texts }) => texts?.['help.search'] !== undefined);
  useEffect(() => {
    if (there) return;
    let current = true;
    keepTrying(
      () => readCatalogue(addressOf(`${locale}-help`)),
      () => current,
    ).then(
      (texts) => current && store.set({ texts: { ...store.get().texts, ...texts } }),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [there, locale]);
  return there;
}

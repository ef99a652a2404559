import type { UsedMacro } from '@fairlead/contract';
import { createContext, use } from 'react';
import type { DraftOffer } from '../inbox/composer/draft-store.ts';
import { useDrafts } from '../inbox/composer/writing.tsx';

/** What follows once something was put into the reply: whoever stands around the copilot leads there. */
export const PutInContext = createContext<() => void>(() => {});

/** Puts a text into the reply of a conversation, below what stands there, as what an offer began or with a macro. */
export function usePutIn(
  conversationId: string,
): (text: string, made: { offer?: DraftOffer; macro?: UsedMacro }) => void {
  const drafts = useDrafts();
  const lead = use(PutInContext);
  return (text, { offer, macro }) => {
    const before = drafts.get(conversationId).text;
    drafts.write(
      conversationId,
      'text',
      {
        text: [before.text, text].filter((it) => it !== '').join('\n\n'),
        ...(offer && { offer }),
        ...(macro && { macros: [...before.macros.filter((it) => it.id !== macro.id), macro] }),
      },
      null,
    );
    drafts.choose(conversationId, 'text');
    lead();
  };
}

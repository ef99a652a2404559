import type { CustomerConversation } from '@fairlead/contract';
import type { ChatLink } from '../chat-link.ts';
import type { ChatState } from '../chat-state.ts';
import type { Api } from '../session/api.ts';
import type { Store } from '../store.ts';
import { type Marks, marksToTell } from './read-marks.ts';

/** Tells the server how far things were received and read. */
export interface MarkTeller {
  tell: () => void;
  /** Somebody else is here now, of whose threads nothing was told. */
  forget: () => void;
}

export function createMarkTeller(on: {
  store: Store<ChatState>;
  api: Pick<Api, 'read'>;
  say: ChatLink['say'];
  onTold: (conversation: CustomerConversation) => void;
}): MarkTeller {
  const told = new Map<string, Marks>();
  return {
    tell() {
      const { view, panel, atEnd, phase, talk } = on.store.get();
      if (phase !== 'ready') return;
      const looking = panel.open && atEnd && document.visibilityState === 'visible';
      for (const [id, thread] of Object.entries(talk.threads)) {
        const marks = marksToTell(thread, looking && view.name === 'thread' && view.id === id, told.get(id));
        if (!marks) continue;
        told.set(id, marks);
        if (on.say({ t: 'read', conversationId: id, ...marks })) continue;
        // What could not be told now is told with the next change.
        on.api.read(id, marks).then(on.onTold, () => told.delete(id));
      }
    },
    forget: () => told.clear(),
  };
}

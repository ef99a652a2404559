import type { SystemLine } from '@fairlead/contract';
import type { MessageDraft } from './conversation.ts';

/** A line that the system writes into a thread: a key and parameters, put into words where it is read. */
export function systemLine(key: SystemLine, params: Record<string, string | number> = {}): MessageDraft {
  return {
    kind: 'system',
    author: { type: 'system', id: null, name: null },
    text: '',
    system: { key, params },
  };
}

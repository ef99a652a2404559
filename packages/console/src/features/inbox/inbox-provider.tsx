import type { ReactNode } from 'react';
import { AttentionProvider } from './attention/attention.tsx';
import { WritingProvider } from './composer/writing.tsx';
import { OutboxProvider } from './outbox/outbox.tsx';

/**
 * What of the inbox lives on every page: what is being written, uploaded and sent goes on when the agent leaves it, and what asks for
 * them reaches them anywhere. Stands once, below the live connection.
 */
export function InboxProvider({ children }: { children: ReactNode }) {
  return (
    <WritingProvider>
      <OutboxProvider>
        <AttentionProvider>{children}</AttentionProvider>
      </OutboxProvider>
    </WritingProvider>
  );
}

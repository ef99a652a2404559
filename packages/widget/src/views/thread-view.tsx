import type { Topic } from '@fairlead/contract';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { draftPlace } from '../thread/drafts.ts';
import { useUploads } from '../upload/uploads.ts';
import { Composer } from './composer.tsx';
import { useChatState, useSurroundings } from './context.ts';
import { MessageLog } from './message-log.tsx';
import { ThreadHeader } from './thread-header.tsx';

interface Props {
  id: string | null;
  topic: Topic | null;
  notices: ComponentChildren;
}

/** One conversation: its messages, and the next one. */
export function ThreadView({ id, topic, notices }: Props) {
  const { chat, texts } = useSurroundings();
  const thread = useChatState((state) => (id ? state.talk.threads[id] : undefined));
  const maximumBytes = useChatState((state) => state.config?.maximumUploadBytes ?? 0);
  const uploads = useUploads(chat.api, maximumBytes, () => chat.store.get().link === 'up');
  const [over, setOver] = useState(false);
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
  return (
    <main
      class="thread"
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) =>
        event.currentTarget.contains(event.relatedTarget as Node | null) || setOver(false)
      }
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        uploads.add(event.dataTransfer?.files ?? []);
      }}
    >
      <ThreadHeader conversation={thread?.conversation} topic={topic} />
      {notices}
      <MessageLog id={id} thread={thread} />
      <Composer place={draftPlace(id)} uploads={uploads} />
      {over && <div class="drop">{texts.t('composer.drop')}</div>}
    </main>
  );
}

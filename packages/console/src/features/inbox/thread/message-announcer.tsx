import type { Message } from '@fairlead/contract';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { useMe } from '../../../session.tsx';

/**
 * Says new messages of others to screen readers. The log itself cannot: it draws and removes its lines while one scrolls, which
 * would be read out as news.
 */
export function MessageAnnouncer({ messages }: { messages: readonly Message[] }) {
  const t = useT();
  const me = useMe().agent.id;
  const said = useRef(messages.at(-1)?.seq ?? 0);
  const [text, setText] = useState('');
  useEffect(() => {
    const fresh = messages.filter((message) => message.seq > said.current);
    said.current = messages.at(-1)?.seq ?? said.current;
    const news = fresh.filter((message) => message.kind !== 'system' && message.author.id !== me);
    if (news.length === 0) return;
    const lines = news.map(({ author, text: words }) =>
      t('inbox.announce', {
        name: author.name ?? t('inbox.author.customer'),
        text: words || t('inbox.row.attachment'),
      }),
    );
    setText(lines.join('\n'));
  }, [messages, me, t]);
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {text}
    </div>
  );
}

import type { ChatState } from './chat-state.ts';
import type { FrameMessage } from './embed/messages.ts';
import { textsIn } from './text/texts.ts';
import { unreadOf } from './thread/thread.ts';

/** What the launcher shows and is called now; undefined until the language has loaded. */
export function launcherMessage(state: ChatState): (FrameMessage & { t: 'launcher' }) | undefined {
  if (!state.texts) return undefined;
  const { t } = textsIn(state.locale, state.texts);
  const unread = Object.values(state.talk.threads).reduce((sum, thread) => sum + unreadOf(thread), 0);
  return {
    t: 'launcher',
    unread,
    open: unread > 0 ? t('launcher.unread', { count: unread }) : t('launcher.open'),
    close: t('launcher.close'),
    title: state.config ? t('frame.title', { organisation: state.config.organisation }) : t('frame.chat'),
  };
}

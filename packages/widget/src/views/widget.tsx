import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Chat } from '../chat.ts';
import type { Settings } from '../settings.ts';
import { useStore } from '../store.ts';
import { textsIn } from '../text/texts.ts';
import { SurroundingsContext } from './context.ts';
import { FailedView } from './failed-view.tsx';
import { trapFocus } from './focus.ts';
import { HomeView } from './home-view.tsx';
import { Notices } from './notices.tsx';
import { Skeleton } from './skeleton.tsx';
import { ThreadView } from './thread-view.tsx';

interface Props {
  chat: Chat;
  settings: Settings;
  /** The browser keeps what is stored. */
  lasting: boolean;
  close: () => void;
}

/** The whole panel. */
export function Widget({ chat, settings, lasting, close }: Props) {
  const {
    locale,
    texts: catalogue,
    phase,
    failure,
    view,
    visit,
    panel,
  } = useStore(chat.store, (state) => state);
  const root = useRef<HTMLDivElement>(null);
  const texts = useMemo(
    () => (catalogue ? textsIn(locale, catalogue, settings.fetchRareTexts) : null),
    [locale, catalogue],
  );
  const surroundings = useMemo(() => texts && { chat, settings, texts, close }, [chat, settings, texts]);
  const shown = surroundings ? phase : 'loading';

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
      if (event.key === 'Escape') close();
      else if (event.key === 'Tab' && chat.store.get().panel.full && root.current)
        trapFocus(event, root.current);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);

  useEffect(() => {
    if (!panel.open) return;
    // On a touch screen the keyboard would cover the half of what there is to read.
    const find = (wish: string) => root.current?.querySelector<HTMLElement>(`[data-focus=${wish}]`);
    const keen = matchMedia('(pointer: coarse)').matches ? null : find('keen');
    (keen ?? find('calm'))?.focus({ preventScroll: true });
  }, [panel.open, shown, visit]);

  if (!surroundings || shown === 'asleep' || shown === 'loading') {
    return <Skeleton texts={texts} close={close} />;
  }
  return (
    <SurroundingsContext.Provider value={surroundings}>
      <div class="panel" ref={root}>
        {shown === 'failed' && failure ? (
          <FailedView failure={failure} />
        ) : view.name === 'home' ? (
          <HomeView notices={<Notices lasting={lasting} />} />
        ) : (
          <ThreadView key={visit} id={view.id} topic={view.topic} notices={<Notices lasting={lasting} />} />
        )}
      </div>
    </SurroundingsContext.Provider>
  );
}

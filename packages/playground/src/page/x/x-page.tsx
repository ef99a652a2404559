import { useState } from 'preact/hooks';
import type { Written } from '../facebook/facebook-client.ts';
import { usePhoneReader } from '../phone/use-phone-reader.ts';
import { ReaderContext } from '../reader.ts';
import { useChoices } from '../use-choices.ts';
import { usePolling } from '../use-polling.ts';
import { MessagesPhone } from './messages-phone.tsx';
import { PostsPhone } from './posts-phone.tsx';
import { XBar } from './x-bar.tsx';
import { fetchState, type PhoneState, writeMessage, writePost } from './x-client.ts';
import '../style/facebook.css';
import '../style/x.css';

const firstPerson = '3805104374';

/** The customer's side of X: direct messages, and posts with what answers them. */
export function XPage() {
  const [choices, change] = useChoices();
  const [state, setState] = useState<PhoneState>();
  const person = choices.customer ?? firstPerson;
  const reader = usePhoneReader(choices, 'x.title');
  const load = async (signal: AbortSignal) => setState(await fetchState(person, signal));
  const failed = usePolling(load, [person]);

  /** What was sent shows at once, without waiting for the next look. */
  const sendBy = (write: typeof writeMessage) => async (written: Written) => {
    await write(person, written);
    await load(new AbortController().signal);
  };
  return (
    <ReaderContext.Provider value={reader}>
      <div class="page" lang={reader.language} dir="ltr">
        <XBar choices={choices} change={change} state={state} person={person} />
        {failed ? (
          <p class="notice" role="alert">
            {reader.t('platform.unreachable')}
          </p>
        ) : null}
        <main class="x-phones">
          {state ? (
            <>
              <MessagesPhone key={person} lines={state.lines} send={sendBy(writeMessage)} />
              <PostsPhone posts={state.posts} send={sendBy(writePost)} />
            </>
          ) : failed ? null : (
            <p class="padded quiet">{reader.t('common.loading')}</p>
          )}
        </main>
      </div>
    </ReaderContext.Provider>
  );
}

import { useState } from 'preact/hooks';
import { usePhoneReader } from '../phone/use-phone-reader.ts';
import { ReaderContext } from '../reader.ts';
import { useChoices } from '../use-choices.ts';
import { usePolling } from '../use-polling.ts';
import { FacebookBar } from './facebook-bar.tsx';
import { fetchState, type PhoneState, type Written, writeComment, writeMessage } from './facebook-client.ts';
import { MessengerPhone } from './messenger-phone.tsx';
import { PostPhone } from './post-phone.tsx';
import '../style/facebook.css';

const firstPerson = '24764291359856';

/** The customer's side of Facebook: a Messenger thread, and a post of the page with comments. */
export function FacebookPage() {
  const [choices, change] = useChoices();
  const [state, setState] = useState<PhoneState>();
  const person = choices.customer ?? firstPerson;
  const reader = usePhoneReader(choices, 'facebook.title');
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
        <FacebookBar choices={choices} change={change} state={state} person={person} />
        {failed ? (
          <p class="notice" role="alert">
            {reader.t('platform.unreachable')}
          </p>
        ) : null}
        <main class="fb-phones">
          {state ? (
            <>
              <MessengerPhone key={person} lines={state.lines} send={sendBy(writeMessage)} />
              <PostPhone comments={state.comments} posts={state.posts} send={sendBy(writeComment)} />
            </>
          ) : failed ? null : (
            <p class="padded quiet">{reader.t('common.loading')}</p>
          )}
        </main>
      </div>
    </ReaderContext.Provider>
  );
}

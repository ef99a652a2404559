import { useState } from 'preact/hooks';
import { usePhoneReader } from '../phone/use-phone-reader.ts';
import { ReaderContext } from '../reader.ts';
import { useChoices } from '../use-choices.ts';
import { usePolling } from '../use-polling.ts';
import { WechatBar } from './wechat-bar.tsx';
import { fetchState, type PhoneState } from './wechat-client.ts';
import { WechatPhone } from './wechat-phone.tsx';
import '../style/wechat.css';

const firstPerson = 'oAbCd5Kd5ggOC-bXrbNODIiE3bG1';

/** The customer's side of WeChat: a chat with the exchange's official account. */
export function WechatPage() {
  const [choices, change] = useChoices();
  const [state, setState] = useState<PhoneState>();
  const person = choices.customer?.startsWith('o') ? choices.customer : firstPerson;
  const reader = usePhoneReader(choices, 'wechat.title');
  const load = async (signal: AbortSignal) => setState(await fetchState(person, signal));
  const failed = usePolling(load, [person]);

  /** What was sent shows at once, without waiting for the next look. */
  const send = async (work: Promise<void>) => {
    await work;
    await load(new AbortController().signal);
  };
  return (
    <ReaderContext.Provider value={reader}>
      <div class="page" lang={reader.language} dir="ltr">
        <WechatBar choices={choices} change={change} state={state} person={person} />
        {failed ? (
          <p class="notice" role="alert">
            {reader.t('platform.unreachable')}
          </p>
        ) : null}
        <main class="wx-page">
          {state ? (
            <WechatPhone key={person} person={person} state={state} send={send} />
          ) : failed ? null : (
            <p class="padded quiet">{reader.t('common.loading')}</p>
          )}
        </main>
      </div>
    </ReaderContext.Provider>
  );
}

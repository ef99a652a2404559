import type { bindingEndpoints, ResponseOf } from '@fairlead/contract';
import { absolute } from '../../text/when.ts';
import { useSpeech } from '../context.ts';

interface Props {
  /** The platform's. */
  name: string;
  code: ResponseOf<(typeof bindingEndpoints)['beginBinding']>;
  /** It has come from a chat, which is asked now. */
  asked: boolean;
  /** Its time is over. */
  over: boolean;
}

/** What is to be done in the other application. */
export function ConnectSteps({ name, code, asked, over }: Props) {
  const { t, locale } = useSpeech();
  const yes = t('chats.yes');
  if (over) return <p role="status">{t('chats.over')}</p>;
  return (
    <>
      <ol class="chat-steps">
        {code.link && (
          <li>
            <a href={code.link} target="_blank" rel="noreferrer">
              {t(code.linkCarriesCode ? 'chats.open' : 'chats.open.only', { name })}
            </a>
          </li>
        )}
        {code.scan && (
          <li>
            {t('chats.scan', { name })}
            <ScanCode code={code.scan} label={t('chats.scan.picture')} />
          </li>
        )}
        <li>
          {t(code.scan ? 'chats.send.or' : 'chats.send')} <code class="chat-code">{code.code}</code>
        </li>
        <li>{t('chats.confirm', { yes })}</li>
      </ol>
      <p role="status">{asked ? t('chats.asked', { yes }) : ''}</p>
      <p class="quiet">{t('chats.secret', { time: absolute(locale, code.expiresAt) })}</p>
    </>
  );
}

/** Always dark on white: readers fail on the inverse. */
function ScanCode({ code, label }: { code: { size: number; path: string }; label: string }) {
  return (
    <svg class="chat-scan" viewBox={`0 0 ${code.size} ${code.size}`} role="img" aria-label={label}>
      <rect width={code.size} height={code.size} fill="#fff" />
      <path d={code.path} fill="#000" />
    </svg>
  );
}

import { LinkedText } from '../phone/linked-text.tsx';
import { useReader } from '../reader.ts';
import { addressOfFile, type Line } from './wechat-client.ts';

interface Props {
  readonly line: Line;
  readonly showsTime: boolean;
  readonly choose: (choice: Line['choices'][number]) => void;
}

/** A message: the account's on the left, with its mark; one's own on the right. Choices are links within it, as WeChat has them. */
export function WechatLine({ line, showsTime, choose }: Props) {
  const { t, language } = useReader();
  const { fromAccount, text, file, choices, at } = line;
  return (
    <>
      {showsTime ? (
        <time class="wx-time" dateTime={new Date(at).toISOString()}>
          {new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' }).format(at)}
        </time>
      ) : null}
      <div class={fromAccount ? 'wx-line' : 'wx-line wx-own'}>
        {fromAccount ? (
          <img class="wx-mark" src="/playground/mark.svg" width="36" height="36" alt="" />
        ) : null}
        {file?.kind === 'image' ? (
          <img class="wx-image" src={addressOfFile(file)} alt={t('wechat.pictureAlt', { name: file.name })} />
        ) : null}
        {file && file.kind !== 'image' ? (
          <a class="wx-bubble" href={addressOfFile(file)} download={file.name}>
            {file.name}
          </a>
        ) : null}
        {text !== '' || choices.length > 0 ? (
          <div class="wx-bubble">
            {text !== '' ? (
              <p dir="auto">
                <LinkedText text={text} />
              </p>
            ) : null}
            {choices.length > 0 ? (
              <div class="wx-choices" role="group" aria-label={t('wechat.choices')}>
                {choices.map((choice) => (
                  <button key={choice.id} type="button" onClick={() => choose(choice)}>
                    {choice.content}
                  </button>
                ))}
              </div>
            ) : null}
          </div>
        ) : null}
      </div>
    </>
  );
}

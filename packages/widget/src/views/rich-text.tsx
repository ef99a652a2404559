import { useMemo, useState } from 'preact/hooks';
import { copyText } from '../text/copy-text.ts';
import { type Token, tokenise } from '../text/tokenise.ts';
import { useTexts } from './context.ts';
import { Icon } from './icon.tsx';

/** A message's text: links lead away safely, TXIDs and addresses can be copied whole. */
export function RichText({ text }: { text: string }) {
  const tokens = useMemo(() => tokenise(text), [text]);
  return (
    <>
      {tokens.map((token, index) =>
        token.is === 'text' ? (
          withoutBreaks(token.text, tokens[index - 1], tokens[index + 1])
        ) : token.is === 'link' ? (
          <a key={index} href={token.href} target="_blank" rel="noopener noreferrer nofollow" dir="ltr">
            {token.text}
          </a>
        ) : (
          <Code key={index} text={token.text} />
        ),
      )}
    </>
  );
}

/** What is copied stands on lines of its own, so the breaks around it would leave empty ones. */
function withoutBreaks(text: string, before: Token | undefined, after: Token | undefined): string {
  const start = before?.is === 'code' ? text.replace(/^ *\n/, '') : text;
  return after?.is === 'code' ? start.replace(/\n *$/, '') : start;
}

function Code({ text }: { text: string }) {
  const texts = useTexts();
  const [copied, setCopied] = useState(false);
  async function copy() {
    setCopied(await copyText(text));
    setTimeout(() => setCopied(false), 2000);
  }
  const label = texts.t(copied ? 'message.copied' : 'message.copy');
  return (
    <span class="code" dir="ltr">
      <code>{text}</code>
      <button type="button" class="copy" onClick={copy}>
        <Icon name={copied ? 'check' : 'copy'} />
        {label}
      </button>
    </span>
  );
}

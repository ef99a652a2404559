import type { PrivateChatStanding, privateLinkEndpoints, ResponseOf } from '@fairlead/contract';
import { copyText } from '@fairlead/widget/text/copy-text';
import { useState } from 'preact/hooks';
import { absolute } from '../../text/when.ts';
import { useSpeech } from '../context.ts';
import { Refused } from '../refused.tsx';
import { useDeed } from '../use-deed.ts';
import type { PrivateVisitor } from './private-visitor.ts';

interface Props {
  standing: PrivateChatStanding;
  /** The link still takes proofs. */
  open: boolean;
  platform: string;
  visitor: PrivateVisitor;
}

/** How to show that a comment is one's own: by a code that is posted from the account that wrote it. */
export function ProofPart({ standing, open, platform, visitor }: Props) {
  const { t, wire, locale } = useSpeech();
  const { busy, refusal, run } = useDeed();
  const [given, setGiven] = useState<ResponseOf<(typeof privateLinkEndpoints)['prove']> | null>(null);
  const [copied, setCopied] = useState(false);
  if (standing === 'proven')
    return (
      <p role="status" class="notice notice-good">
        {t('private.proven')}
      </p>
    );
  if (standing === 'other') return <p role="status">{t('private.other')}</p>;
  if (!open) return <p role="status">{wire('error.private_link.over')}</p>;
  const words = given && t('private.prove.words', { code: given.code });
  const [before = '', after = ''] = given && words ? words.split(given.code) : [];
  return (
    <section class="proof" aria-labelledby="private-proof">
      <h2 id="private-proof">{t('private.prove')}</h2>
      <p>{t('private.prove.text', { platform })}</p>
      {given && words && (
        <>
          <p>
            <bdi class="proof-words">
              {before}
              <span class="proof-code">{given.code}</span>
              {after}
            </bdi>
          </p>
          <p class="quiet">{t('private.prove.until', { time: absolute(locale, given.expiresAt) })}</p>
        </>
      )}
      <Refused refusal={refusal} />
      <p class="alert-deeds">
        {words && (
          <button
            type="button"
            class="button"
            onClick={() => void copyText(words).then((done) => setCopied(done))}
          >
            {t(copied ? 'message.copied' : 'message.copy')}
          </button>
        )}
        <button
          type="button"
          class={given ? 'button button-quiet' : 'button'}
          disabled={busy}
          onClick={() =>
            void run(async () => {
              setGiven(await visitor.prove());
              setCopied(false);
            })
          }
        >
          {t(given ? 'private.prove.again' : 'private.prove.get')}
        </button>
      </p>
      <p class="quiet">{t('private.prove.warning')}</p>
    </section>
  );
}

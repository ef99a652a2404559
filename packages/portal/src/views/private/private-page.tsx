import { useEffect, useMemo } from 'preact/hooks';
import { useLoaded } from '../../data/use-loaded.ts';
import { Bones } from '../bones.tsx';
import { usePortal, usePortalState, useSpeech } from '../context.ts';
import { Link } from '../link.tsx';
import { Problem } from '../problem.tsx';
import { BeginForm } from './begin-form.tsx';
import { openChat } from './open-chat.ts';
import { placeNames } from './place-names.ts';
import { createPrivateVisitor } from './private-visitor.ts';
import { ProofPart } from './proof-part.tsx';

/** What happens on the platform is looked for so often while a chat waits for its proof; in milliseconds. */
const betweenLooks = 3_000;

/**
 * Where a link in a public answer leads: says what it is, begins a private chat, and tells how to show that the comment is one's own. Everybody can open
 * it, so it shows nothing of what was written.
 */
export function PrivatePage({ code }: { code: string }) {
  const { t, wire } = useSpeech();
  const { api, store } = usePortal();
  const verified = usePortalState(({ person }) => person?.verified === true);
  const {
    value: link,
    refusal,
    reload,
  } = useLoaded(
    `private ${code}`,
    () => api.lookAtPrivateLink(code),
    () => false,
  );
  const inbox = link?.inbox;
  const visitor = useMemo(
    () => (inbox ? createPrivateVisitor(code, inbox, () => store.get().locale) : null),
    [code, inbox],
  );
  const own = useLoaded(
    `private ${code} ${inbox ?? ''}`,
    async () => (visitor ? await visitor.own() : null),
    () => false,
  );
  const chat = own.value;
  const waits = chat?.standing === 'unproven' && link?.state === 'open';
  useEffect(() => {
    if (!waits) return;
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      own.reload();
      reload();
    };
    const timer = setInterval(look, betweenLooks);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  });

  if (refusal && !link)
    return refusal.code === 'private_link.not_found' || refusal.code === 'private_link.over' ? (
      <section class="form">
        <h1 tabIndex={-1}>{t('private.title')}</h1>
        <p role="alert">{wire(`error.${refusal.code}`)}</p>
        <OtherWays />
      </section>
    ) : (
      <Problem refusal={refusal} onRetry={reload} />
    );
  if (!link || !visitor || chat === undefined)
    return own.refusal ? <Problem refusal={own.refusal} onRetry={own.reload} /> : <Bones />;

  const platform = placeNames[link.channel] ?? link.channel;
  // Set apart, so that in a text from right to left its @ stays in front.
  const account = `\u2068${link.account?.handle ?? link.account?.name ?? platform}\u2069`;
  return (
    <section class="form">
      <h1 tabIndex={-1}>{t('private.title')}</h1>
      <p>{t('private.text', { account, platform })}</p>
      {chat === null ? (
        link.state === 'open' ? (
          <BeginForm
            onBegin={async (text, anyway) => {
              own.set(await visitor.begin({ text, anyway }));
              openChat(link.inbox);
            }}
          />
        ) : (
          <>
            <p role="status">{wire('error.private_link.over')}</p>
            <OtherWays />
          </>
        )
      ) : (
        <>
          <p role="status">{t('private.begun')}</p>
          <p>
            <button type="button" class="button" onClick={() => openChat(link.inbox)}>
              {t('private.open')}
            </button>
          </p>
          <ProofPart
            standing={chat.standing}
            open={link.state === 'open'}
            platform={platform}
            visitor={visitor}
          />
        </>
      )}
      {verified && <p class="quiet">{t('private.signedIn')}</p>}
      <p class="safety">{t('home.safety')}</p>
    </section>
  );
}

function OtherWays() {
  const { t } = useSpeech();
  return (
    <p>
      <Link class="button" to={{ at: 'new', category: null }}>
        {t('new.title')}
      </Link>
    </p>
  );
}

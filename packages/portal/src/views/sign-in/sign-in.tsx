import { Icon } from '@fairlead/widget/views/icon.tsx';
import { useState } from 'preact/hooks';
import { usePortalState, useSpeech } from '../context.ts';
import { AddressForm } from './address-form.tsx';
import { CodeForm, type SentCode } from './code-form.tsx';

/** Who comes from outside proves that an e-mail address is theirs; who comes from the exchange is known already. */
export function SignIn() {
  const { t, wire } = useSpeech();
  const config = usePortalState((state) => state.config);
  const notice = usePortalState((state) => state.notice);
  const [sent, setSent] = useState<SentCode | null>(null);
  const [email, setEmail] = useState('');

  if (!config?.inbox) {
    return (
      <section class="empty">
        <Icon name="clock" />
        <h1>{t('closed.title')}</h1>
        <p>{t('closed.text')}</p>
      </section>
    );
  }
  return (
    <section class="sign-in">
      <h1>{t('signIn.title')}</h1>
      {notice && (
        <p class="notice" role="alert">
          <Icon name="alert" />
          {notice === 'identity.session_invalid' ? t('signIn.ended') : wire(`error.${notice}`)}
        </p>
      )}
      {!config.mail ? (
        <p>{t('signIn.noMail')}</p>
      ) : sent ? (
        <CodeForm key={sent.challenge} sent={sent} onSent={setSent} onOther={() => setSent(null)} />
      ) : (
        <AddressForm
          email={email}
          onSent={(code) => {
            setEmail(code.email);
            setSent(code);
          }}
        />
      )}
      {config.mail && <p class="aside">{t('signIn.exchange')}</p>}
      <p class="safety">{t('home.safety')}</p>
    </section>
  );
}

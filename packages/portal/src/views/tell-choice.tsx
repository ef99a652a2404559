import { useId, useRef } from 'preact/hooks';
import { usePortalState, useSpeech } from './context.ts';

interface Props {
  /** An e-mail address, or null for the page only. */
  value: string | null;
  onValue: (value: string | null) => void;
  /** It was to be sent: an address that is none is marked. */
  tried: boolean;
}

/** Whether letters could go there at all. */
export const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());

/** How to be told of news: by the ways that exist. */
export function TellChoice({ value, onValue, tried }: Props) {
  const { t, wire } = useSpeech();
  const mail = usePortalState((state) => state.config?.mail === true);
  const own = usePortalState((state) => state.person?.email ?? '');
  const name = useId();
  const address = useRef(value ?? own);
  if (!mail) return <p class="quiet">{t('tell.noMail')}</p>;
  const byMail = value !== null;
  const wrong = tried && byMail && !isAddress(value);
  return (
    <fieldset class="tell">
      <legend>{t('tell.title')}</legend>
      <label class="choice">
        <input type="radio" name={name} checked={byMail} onChange={() => onValue(address.current)} />
        <span>{t('tell.email')}</span>
      </label>
      {byMail && (
        <input
          type="email"
          required
          maxLength={254}
          dir="ltr"
          autoComplete="email"
          aria-label={t('address.label')}
          value={value}
          aria-invalid={wrong ? 'true' : undefined}
          aria-describedby={wrong ? `${name}-problem` : undefined}
          onInput={(event) => {
            address.current = event.currentTarget.value;
            onValue(event.currentTarget.value);
          }}
        />
      )}
      {wrong && (
        <p class="field-problem" id={`${name}-problem`}>
          {wire('error.ticket.field_invalid')}
        </p>
      )}
      <label class="choice">
        <input type="radio" name={name} checked={!byMail} onChange={() => onValue(null)} />
        <span>{t('tell.page')}</span>
      </label>
      <p class="quiet">{t('tell.hint')}</p>
    </fieldset>
  );
}

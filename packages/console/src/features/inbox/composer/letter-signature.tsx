import type { Locale } from '@fairlead/contract';
import { useT } from '../../../i18n/i18n.tsx';

/** What is put under a letter, in the customer's language. */
export function LetterSignature({ text, locale }: { text: string; locale: Locale }) {
  const t = useT();
  if (text === '') return null;
  return (
    <p
      lang={locale}
      dir="auto"
      className="max-h-16 overflow-y-auto px-3 pb-2 text-sm break-words whitespace-pre-wrap text-ink-3"
    >
      <span className="sr-only">{t('inbox.letter.signature')}: </span>
      {`-- \n${text}`}
    </p>
  );
}

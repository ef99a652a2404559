import { useId } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import type { LetterText as Source } from './read-source.ts';

/** A letter as it came, to be read: what each header says, then the whole. */
export function LetterText({ letter }: { letter: Source }) {
  const t = useT();
  const heading = useId();
  return (
    <div className="flex flex-col gap-4">
      <section aria-labelledby={`${heading}-headers`} className="flex flex-col gap-2">
        <h3 id={`${heading}-headers`} className="text-sm font-semibold">
          {t('inbox.letter.source.headers')}
        </h3>
        <dl className="flex flex-col text-xs">
          {letter.headers.map(({ name, value }, index) => (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: headers repeat, and never change.
              key={index}
              className="grid gap-x-3 border-b border-line py-1 sm:grid-cols-[11rem_1fr]"
            >
              <dt className="font-medium break-words">{name}</dt>
              <dd className="min-w-0 font-mono break-all text-ink-2">{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby={`${heading}-whole`} className="flex flex-col gap-2">
        <h3 id={`${heading}-whole`} className="text-sm font-semibold">
          {t('inbox.letter.source.whole')}
        </h3>
        {!letter.whole && <p className="text-xs text-ink-2">{t('inbox.letter.source.beginning')}</p>}
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard.
          tabIndex={0}
          aria-labelledby={`${heading}-whole`}
          className="max-h-80 overflow-auto rounded-md bg-sunken p-3 font-mono text-xs whitespace-pre-wrap break-all"
        >
          {letter.text}
        </pre>
      </section>
    </div>
  );
}

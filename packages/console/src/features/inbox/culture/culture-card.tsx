import { type Conversation, languageOf, languages } from '@fairlead/contract';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useFormat, useLocale, useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { cx } from '../../../ui/cx.ts';

const sections = ['address', 'tone', 'names', 'dates', 'money', 'holidays', 'avoid'] as const;
const storageKey = 'fairlead.culture';

/** How people expect to be written to in the customer's language, for agents who read the console in another. */
export function CultureCard({ conversation }: { conversation: Conversation }) {
  const t = useT();
  const format = useFormat();
  const { locale } = useLocale();
  const [open, setOpen] = useState(() => localStorage.getItem(storageKey) === 'open');
  const language = languages.find((it) => it === conversation.language);
  if (!language || language === languageOf(locale)) return null;

  function toggle() {
    localStorage.setItem(storageKey, open ? 'closed' : 'open');
    setOpen(!open);
  }

  return (
    <section className="px-4 py-3.5">
      <div className="flex items-center justify-between gap-2">
        <h2 className="text-sm font-medium text-ink-2">
          {t('culture.title', { language: format.language(language) })}
        </h2>
        <Button size="sm" variant="quiet" onClick={toggle} aria-expanded={open}>
          {t(open ? 'culture.hide' : 'culture.show')}
          <ChevronDown className={cx('size-3.5', open && 'rotate-180')} aria-hidden />
        </Button>
      </div>
      {open && (
        <dl className="mt-1 flex flex-col gap-2.5">
          {sections.map((section) => (
            <div key={section}>
              <dt className="text-sm text-ink-3">{t(`culture.section.${section}`)}</dt>
              <dd className="text-sm">{t(`culture.${language}.${section}`)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

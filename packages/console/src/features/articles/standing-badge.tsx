import type { Locale } from '@fairlead/contract';
import { Archive, CheckCheck, CircleDashed, Eye, History, PencilLine } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { Badge, type Tone } from '../../ui/badge.tsx';
import type { Standing } from './list/article-search.ts';

const looks: Record<Standing, { tone: Tone; icon: ReactNode }> = {
  current: { tone: 'success', icon: <CheckCheck aria-hidden /> },
  outdated: { tone: 'warning', icon: <History aria-hidden /> },
  missing: { tone: 'neutral', icon: <CircleDashed aria-hidden /> },
  draft: { tone: 'neutral', icon: <PencilLine aria-hidden /> },
  review: { tone: 'accent', icon: <Eye aria-hidden /> },
  archived: { tone: 'neutral', icon: <Archive aria-hidden /> },
};

/** How a translation stands, in a word. */
export function StandingBadge({ standing }: { standing: Standing }) {
  const t = useT();
  return <Badge {...looks[standing]}>{t(`articles.standing.${standing}`)}</Badge>;
}

/** The icon of a standing, where the word stands beside it. */
export function StandingIcon({ standing }: { standing: Standing }) {
  return <span className="[&_svg]:size-3.5">{looks[standing].icon}</span>;
}

/** A language and how its translation stands: short to see, whole to hear and to point at. */
export function LanguageChip({ locale, standing }: { locale: Locale; standing: Standing }) {
  const t = useT();
  const format = useFormat();
  const words = t('articles.chip', {
    language: format.language(locale),
    standing: t(`articles.standing.${standing}`),
  });
  return (
    <span title={words}>
      <Badge {...looks[standing]}>
        <span aria-hidden>{locale}</span>
        <span className="sr-only">{words}</span>
      </Badge>
    </span>
  );
}

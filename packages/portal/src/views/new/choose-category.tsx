import {
  categories,
  type TopCategory,
  topCategories,
  topCategoryOf,
} from '@fairlead/contract/ticket-categories';
import { Icon } from '@fairlead/widget/views/icon.tsx';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useSpeech } from '../context.ts';
import { Link } from '../link.tsx';

const lowerOf = (top: TopCategory) => categories.filter((it) => it !== top && topCategoryOf(it) === top);

/** What a ticket is about, in two steps: the field, then what of it. */
export function ChooseCategory() {
  const { t, wire } = useSpeech();
  const [top, setTop] = useState<TopCategory | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever chose by the keyboard goes on where the next choice is.
  useEffect(() => {
    if (top) heading.current?.focus();
  }, [top]);

  if (top === null) {
    return (
      <section>
        <h2>{t('new.top')}</h2>
        <ul class="choices">
          {topCategories.map((it) => (
            <li key={it}>
              <button type="button" onClick={() => setTop(it)}>
                <span class="grow">{wire(`category.${it}`)}</span>
                <Icon name="next" />
              </button>
            </li>
          ))}
        </ul>
      </section>
    );
  }
  return (
    <section>
      <p class="chosen">
        <b>{wire(`category.${top}`)}</b>
        <button type="button" class="text-button" onClick={() => setTop(null)}>
          {t('new.change')}
        </button>
      </p>
      <h2 ref={heading} tabIndex={-1}>
        {t('new.lower')}
      </h2>
      <ul class="choices">
        {lowerOf(top).map((category) => (
          <li key={category}>
            <Link to={{ at: 'new', category }}>
              <span class="grow">{wire(`category.${category}`)}</span>
              <Icon name="next" />
            </Link>
          </li>
        ))}
        <li>
          <Link to={{ at: 'new', category: top }}>
            <span class="grow">{t('new.another')}</span>
            <Icon name="next" />
          </Link>
        </li>
      </ul>
    </section>
  );
}

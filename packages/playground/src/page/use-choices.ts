import { useCallback, useEffect, useState } from 'preact/hooks';
import { type Choices, readChoices, writeChoices } from './choices.ts';

/** The choices in the address, and a way to change some of them. */
export function useChoices(): [Choices, (change: Partial<Choices>) => void] {
  const [choices, setChoices] = useState(() => readChoices(location.search));

  useEffect(() => {
    const follow = () => setChoices(readChoices(location.search));
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);

  const change = useCallback((part: Partial<Choices>) => {
    const next = { ...readChoices(location.search), ...part };
    history.replaceState(null, '', `${location.pathname}${writeChoices(next)}`);
    setChoices(next);
  }, []);

  return [choices, change];
}

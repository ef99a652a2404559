import { useEffect, useState } from 'react';
import { useFormat, useT } from '../../i18n/i18n.tsx';

/** The time where somebody is, kept current to the minute. */
export function LocalTime({ timeZone }: { timeZone: string }) {
  const t = useT();
  const format = useFormat();
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    // The next whole minute, then every minute: a change of `now` sets the next timer.
    const timer = setTimeout(() => setNow(new Date()), 60_000 - (now.getTime() % 60_000));
    return () => clearTimeout(timer);
  }, [now]);
  return (
    <>{t('customers.local_time.value', { time: format.time(now, timeZone), zone: placeOf(timeZone) })}</>
  );
}

/** `America/Argentina/Buenos_Aires` is Buenos Aires to people. */
function placeOf(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}

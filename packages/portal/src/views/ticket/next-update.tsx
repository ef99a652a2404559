import type { PortalPromise } from '@fairlead/contract';
import { Icon } from '@fairlead/widget/views/icon.tsx';
import { useEffect, useState } from 'preact/hooks';
import { absolute, relative } from '../../text/when.ts';
import { useSpeech } from '../context.ts';

const everyMinute = 30_000;

/** By when the customer hears of their ticket: in words, and to the minute in their own zone. */
export function NextUpdate({ promise }: { promise: PortalPromise }) {
  const { t, locale } = useSpeech();
  const { updateBy, late, solvedBy, paused } = promise;
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), everyMinute);
    return () => clearInterval(timer);
  }, []);
  const isLate = late || (updateBy !== null && Date.parse(updateBy) <= Date.now());
  const moment = (at: string) => (
    <time dateTime={at}>
      <b>{relative(locale, at)}</b>
      <span class="quiet">{absolute(locale, at)}</span>
    </time>
  );
  if (paused) return <p class="promise">{t('promise.paused')}</p>;
  if (updateBy === null) return null;
  return (
    <dl class="promise">
      <div>
        <dt>
          <Icon name="clock" />
          {t('promise.update')}
        </dt>
        <dd>{isLate ? t('promise.late', { when: absolute(locale, updateBy) }) : moment(updateBy)}</dd>
      </div>
      {solvedBy !== null && solvedBy !== updateBy && (
        <div>
          <dt>{t('promise.solved')}</dt>
          <dd>{moment(solvedBy)}</dd>
        </div>
      )}
    </dl>
  );
}

import { Icon } from '@fairlead/widget/views/icon.tsx';
import { usePortalState, useSpeech } from '../context.ts';
import { FreezeLink } from '../freeze/freeze-link.tsx';
import { Link } from '../link.tsx';
import { CheckRun } from './check-run.tsx';
import { type CheckId, checkIds, openChecks } from './checks.ts';

/** What customers look into by themselves: the list, or one of it, step by step. */
export function CheckPage({ check }: { check: CheckId | null }) {
  const { t } = useSpeech();
  const verified = usePortalState(({ person }) => person?.verified) ?? false;
  if (check !== null)
    return (
      <div class="check">
        <p class="way-back">
          <Link to={{ at: 'check', check: null }}>{t('check.all')}</Link>
        </p>
        <h1 tabIndex={-1}>{t(`check.${check}`)}</h1>
        <p class="quiet">{t(`check.${check}.text`)}</p>
        {verified || openChecks.has(check) ? (
          <CheckRun key={check} check={check} />
        ) : (
          <p role="status">{t('signIn.exchange')}</p>
        )}
      </div>
    );
  return (
    <div class="check">
      <p class="way-back">
        <Link to={{ at: 'tickets', state: 'active' }}>{t('ticket.back')}</Link>
      </p>
      <h1 tabIndex={-1}>{t('check.title')}</h1>
      <p class="quiet">{t('check.text')}</p>
      <ul class="choices">
        {checkIds
          .filter((it) => verified || openChecks.has(it))
          .map((it) => (
            <li key={it}>
              <Link to={{ at: 'check', check: it }}>
                <span class="grow check-name">
                  <b>{t(`check.${it}`)}</b>
                  <span class="quiet">{t(`check.${it}.text`)}</span>
                </span>
                <Icon name="next" />
              </Link>
            </li>
          ))}
      </ul>
      {!verified && <p role="status">{t('signIn.exchange')}</p>}
      <FreezeLink />
    </div>
  );
}

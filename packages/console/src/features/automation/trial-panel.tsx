import { endpoints, type RuleBody } from '@fairlead/contract';
import { FlaskConical, Square } from 'lucide-react';
import { call } from '../../api.ts';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useDryRun } from '../../ui/use-dry-run.ts';
import { RunLine } from './run-line.tsx';

/** Runs that are shown; more are counted. */
const mostShown = 50;

/** What the rule would have done, worked out stretch by stretch while it can be stopped. */
export function TrialPanel({ rule, complete }: { rule: RuleBody; complete: boolean }) {
  const t = useT();
  const format = useFormat();
  const { run: trial, start, stop } = useDryRun(fetchStretch);
  const button = trial?.running ? (
    <Button icon={<Square />} onClick={stop}>
      {t('automation.trial.stop')}
    </Button>
  ) : (
    <Button icon={<FlaskConical />} disabled={!complete} onClick={() => void start(rule)}>
      {t(trial ? 'automation.trial.again' : 'automation.trial.start')}
    </Button>
  );
  return (
    <Panel title={t('automation.trial')} description={t('automation.trial.text')} actions={button}>
      {!complete && !trial && <p className="text-sm text-ink-3">{t('automation.trial.incomplete')}</p>}
      {trial && (
        <div className="flex flex-col gap-3">
          <FormError error={trial.error} />
          <div role="status" className="flex flex-col gap-1">
            <ProgressBar label={t('automation.trial')} value={trial.scanned} max={trial.total} />
            <p className="text-sm text-ink-3">
              {t('automation.trial.progress', {
                done: format.number(trial.scanned),
                total: format.number(trial.total),
              })}
            </p>
            <p className="font-medium">{t('automation.trial.hits', { count: trial.hits.length })}</p>
          </div>
          {trial.subject !== rule && (
            <p className="text-sm text-warning-text">{t('automation.trial.stale')}</p>
          )}
          <ol className="flex flex-col">
            {trial.hits.slice(0, mostShown).map((hit) => (
              <RunLine
                key={`${hit.ticketId} ${hit.at} ${hit.occasion}`}
                run={hit}
                ticketSubject={hit.subject}
              />
            ))}
          </ol>
          {trial.hits.length > mostShown && (
            <p className="text-sm text-ink-3">{t('automation.trial.more', { count: mostShown })}</p>
          )}
        </div>
      )}
    </Panel>
  );
}

const fetchStretch = (rule: RuleBody, cursor: string | null, signal: AbortSignal) =>
  call(endpoints.automation.trial, { body: { rule, cursor }, signal });

import { endpoints, type PolicyBody, type PolicyHit } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { FlaskConical, Square } from 'lucide-react';
import { useId } from 'react';
import { call } from '../../../api.ts';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { useDryRun } from '../../../ui/use-dry-run.ts';
import { policyLabel } from '../policy-label.ts';
import { countOutcomes } from './count-outcomes.ts';
import { policiesQuery } from './sla-admin-queries.ts';

interface PolicyTrialProps {
  /** What is in the form; null while it cannot be saved. */
  policy: PolicyBody | null;
  /** The policy that it changes; null for a new one. */
  id: string | null;
}

/** Tickets that are shown; more are counted. */
const mostShown = 20;

/** What the policy in the form would have been to the tickets of the last days, before it is saved. */
export function PolicyTrial({ policy, id }: PolicyTrialProps) {
  const t = useT();
  const format = useFormat();
  const heading = useId();
  const { run, start, stop } = useDryRun((tried: { policy: PolicyBody; words: string }, cursor, signal) =>
    call(endpoints.sla.tryPolicy, { body: { policy: tried.policy, id, cursor }, signal }),
  );
  const words = JSON.stringify(policy);
  const held = run?.hits.filter((it) => it.takenBy === null) ?? [];
  const taken = (run?.hits.length ?? 0) - held.length;
  return (
    <section aria-labelledby={heading} className="flex flex-col gap-3 border-t border-line pt-4">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <h3 id={heading} className="font-semibold">
            {t('sla.trial')}
          </h3>
          <p className="text-sm text-ink-3">{t(id ? 'sla.trial.text' : 'sla.trial.text_new')}</p>
        </div>
        {run?.running ? (
          <Button icon={<Square />} onClick={stop}>
            {t('automation.trial.stop')}
          </Button>
        ) : (
          <Button
            icon={<FlaskConical />}
            disabled={!policy}
            onClick={() => policy && void start({ policy, words })}
          >
            {t(run ? 'automation.trial.again' : 'automation.trial.start')}
          </Button>
        )}
      </div>
      {run && (
        <>
          <FormError error={run.error} />
          <div role="status" className="flex flex-col gap-1">
            <ProgressBar label={t('sla.trial')} value={run.scanned} max={run.total} />
            <p className="text-sm text-ink-3">
              {t('automation.trial.progress', {
                done: format.number(run.scanned),
                total: format.number(run.total),
              })}
            </p>
            <p className="font-medium">{t('sla.trial.held', { count: held.length })}</p>
            {taken > 0 && <p className="text-sm text-ink-2">{t('sla.trial.taken', { count: taken })}</p>}
          </div>
          {run.subject.words !== words && <p className="text-sm text-warning-text">{t('sla.trial.stale')}</p>}
          <OutcomeTable hits={held} />
          <ol className="flex flex-col">
            {run.hits.slice(0, mostShown).map((hit) => (
              <HitLine key={hit.ticketId} hit={hit} />
            ))}
          </ol>
          {run.hits.length > mostShown && (
            <p className="text-sm text-ink-3">{t('automation.trial.more', { count: mostShown })}</p>
          )}
        </>
      )}
    </section>
  );
}

function OutcomeTable({ hits }: { hits: readonly PolicyHit[] }) {
  const t = useT();
  const format = useFormat();
  const outcomes = countOutcomes(hits);
  if (outcomes.length === 0) return null;
  const columns = ['kept', 'late', 'open'] as const;
  return (
    <table className="w-full text-sm">
      <thead className="text-ink-3">
        <tr>
          <th scope="col" className="border-b border-line py-1 pe-3 text-start font-medium">
            {t('sla.try.kind')}
          </th>
          {columns.map((column) => (
            <th key={column} scope="col" className="border-b border-line py-1 ps-3 text-end font-medium">
              {t(`sla.trial.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {outcomes.map((it) => (
          <tr key={it.kind} className="border-b border-line">
            <th scope="row" className="py-1.5 pe-3 text-start font-medium">
              {t(`sla.kind.${it.kind}`)}
            </th>
            {columns.map((column) => (
              <td key={column} className="ps-3 text-end tabular-nums">
                {format.number(it[column])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function HitLine({ hit }: { hit: PolicyHit }) {
  const t = useT();
  const format = useFormat();
  const { data: policies = [] } = useQuery(policiesQuery);
  const other = policies.find((it) => it.id === hit.takenBy);
  const late = [...new Set(hit.clocks.filter((it) => it.late).map((it) => it.kind))];
  return (
    <li className="flex flex-col gap-0.5 border-b border-line py-1.5 text-sm">
      <span className="flex min-w-0 gap-2">
        <span className="shrink-0 text-ink-3 tabular-nums">
          {t('inbox.number', { number: String(hit.ticketNumber) })}
        </span>
        <span dir="auto" className="min-w-0 flex-1 truncate">
          {hit.subject}
        </span>
      </span>
      <span className={late.length > 0 ? 'text-danger-text' : 'text-ink-3'}>
        {hit.takenBy !== null
          ? t('sla.trial.taken_by', { policy: other ? policyLabel(t, other) : '' })
          : late.length > 0
            ? t('sla.trial.late_kinds', { kinds: format.list(late.map((kind) => t(`sla.kind.${kind}`))) })
            : t('sla.trial.not_late')}
      </span>
    </li>
  );
}

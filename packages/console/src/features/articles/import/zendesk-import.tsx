import { FileJson } from 'lucide-react';
import { useId, useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { buttonClass } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { ImportProgress } from './import-progress.tsx';
import { countOutcomes } from './outcome-badge.tsx';
import { OutcomeTable } from './outcome-table.tsx';
import { type ReadExport, readExport } from './read-export.ts';
import { useImport } from './use-import.ts';

/** Takes in the articles of a help center of Zendesk: chosen, looked at before anything is written, then taken in. */
export function ZendeskImport() {
  const t = useT();
  const input = useId();
  const [read, setRead] = useState<ReadExport | null>(null);
  const [publish, setPublish] = useState(false);
  const { run, begin, reset } = useImport();
  const busy = run !== null && run.done < run.total && !run.error;

  async function choose(files: FileList | null) {
    reset();
    const texts = await Promise.all(
      [...(files ?? [])].map(async (it) => ({ name: it.name, text: await it.text() })),
    );
    const found = texts.length > 0 ? readExport(texts) : null;
    setRead(found);
    if (found && found.articles > 0) await begin(found.batches, { publish, trial: true });
  }
  return (
    <>
      <Panel title={t('articles.import.files')} description={t('articles.import.files.text')}>
        <div className="flex flex-col gap-3">
          <div className="flex flex-wrap items-center gap-3">
            <label
              htmlFor={input}
              className={`${buttonClass()} cursor-pointer focus-within:outline-2 focus-within:outline-accent`}
            >
              <FileJson className="size-4" aria-hidden />
              {t('articles.import.choose')}
              <input
                id={input}
                type="file"
                multiple
                accept=".json,application/json"
                disabled={busy}
                className="sr-only"
                onChange={(event) => void choose(event.currentTarget.files)}
              />
            </label>
            {read && (
              <span className="text-ink-2">{t('articles.import.found', { count: read.articles })}</span>
            )}
          </div>
          {read && read.problems.length > 0 && (
            <ul className="list-disc ps-5 text-sm text-warning-text">
              {read.problems.map((it) => (
                <li key={`${it.problem} ${it.what}`}>
                  {t(`articles.import.problem.${it.problem}`, { what: it.what, count: it.count })}
                </li>
              ))}
            </ul>
          )}
          <Checkbox
            checked={publish}
            onChange={setPublish}
            label={t('articles.import.publish')}
            hint={t('articles.import.publish.hint')}
          />
        </div>
      </Panel>
      {run && (
        <section aria-label={t('articles.import.result')} className="flex flex-col gap-3">
          <ImportProgress
            run={run}
            busy={busy}
            status={
              busy
                ? t(run.trial ? 'articles.import.looking' : 'articles.import.working', {
                    done: run.done,
                    total: run.total,
                  })
                : t(run.trial ? 'articles.import.would' : 'articles.import.did', countOutcomes(run.outcomes))
            }
            onBegin={() => read && void begin(read.batches, { publish, trial: false })}
          />
          {run.categories.length > 0 && (
            <p className="text-sm text-ink-2">
              {t(run.trial ? 'articles.import.categories.would' : 'articles.import.categories.did', {
                count: run.categories.length,
                slugs: run.categories.join(', '),
              })}
            </p>
          )}
          {run.outcomes.length > 0 && <OutcomeTable outcomes={run.outcomes} />}
        </section>
      )}
    </>
  );
}

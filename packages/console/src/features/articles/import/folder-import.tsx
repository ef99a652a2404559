import { FileArchive, FolderOpen } from 'lucide-react';
import { useId, useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { buttonClass } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { FolderOutcomeTable } from './folder-outcome-table.tsx';
import { ImportProgress } from './import-progress.tsx';
import { countOutcomes } from './outcome-badge.tsx';
import { type FolderEntry, type ReadFolder, readFolder } from './read-folder.ts';
import { ArchiveProblem, unzipFolder } from './unzip-folder.ts';
import { useFolderImport } from './use-folder-import.ts';

/** Takes in a folder of Markdown files, or a ZIP archive of one: looked at before anything is written. */
export function FolderImport() {
  const t = useT();
  const ids = { folder: useId(), archive: useId() };
  const [read, setRead] = useState<ReadFolder | null>(null);
  const [refused, setRefused] = useState<ArchiveProblem['problem'] | null>(null);
  const [reading, setReading] = useState(false);
  const [publish, setPublish] = useState(false);
  const { run, begin, reset } = useFolderImport();
  const busy = reading || (run !== null && run.done < run.total && !run.error);

  async function choose(entries: () => Promise<FolderEntry[]>) {
    reset();
    setRead(null);
    setRefused(null);
    setReading(true);
    try {
      const found = await readFolder(await entries());
      setRead(found);
      setReading(false);
      if (found.articles.length > 0) await begin(found.articles, { publish, trial: true });
    } catch (error) {
      if (!(error instanceof ArchiveProblem)) throw error;
      setRefused(error.problem);
    } finally {
      setReading(false);
    }
  }
  const outcomes = {
    articles: run?.articles ?? [],
    problems: [...(read?.problems ?? []), ...(run?.problems ?? [])],
  };
  const counts = { ...countOutcomes(outcomes.articles), left: outcomes.problems.length };
  return (
    <>
      <Panel title={t('articles.import.folder')} description={t('articles.import.folder.text')}>
        <div className="flex flex-col gap-3">
          <div className="flex flex-wrap items-center gap-3">
            <label htmlFor={ids.folder} className={labelClass}>
              <FolderOpen className="size-4" aria-hidden />
              {t('articles.import.folder.choose')}
              <input
                id={ids.folder}
                type="file"
                // Not in React's types; browsers of phones do not know it and offer files.
                {...{ webkitdirectory: '' }}
                multiple
                disabled={busy}
                className="sr-only"
                onChange={({ currentTarget }) => {
                  const files = [...(currentTarget.files ?? [])];
                  currentTarget.value = '';
                  if (files.length > 0) void choose(() => Promise.resolve(files.map(entryOf)));
                }}
              />
            </label>
            <label htmlFor={ids.archive} className={labelClass}>
              <FileArchive className="size-4" aria-hidden />
              {t('articles.import.folder.zip')}
              <input
                id={ids.archive}
                type="file"
                accept=".zip,application/zip"
                disabled={busy}
                className="sr-only"
                onChange={({ currentTarget }) => {
                  const [file] = currentTarget.files ?? [];
                  currentTarget.value = '';
                  if (file) void choose(() => unzipFolder(file));
                }}
              />
            </label>
            {read && (
              <span className="text-ink-2">
                {t('articles.import.found', { count: read.articles.length })}
              </span>
            )}
          </div>
          {refused && (
            <p role="alert" className="text-sm text-danger-text">
              {t(`articles.import.folder.${refused}`)}
            </p>
          )}
          <Checkbox
            checked={publish}
            onChange={setPublish}
            label={t('articles.import.folder.publish')}
            hint={t('articles.import.publish.hint')}
          />
        </div>
      </Panel>
      {(run ?? outcomes.problems.length > 0) && (
        <section aria-label={t('articles.import.result')} className="flex flex-col gap-3">
          {run && (
            <ImportProgress
              run={run}
              busy={busy}
              status={
                busy
                  ? t(run.trial ? 'articles.import.folder.looking' : 'articles.import.folder.working', {
                      done: run.done,
                      total: run.total,
                    })
                  : t(run.trial ? 'articles.import.would' : 'articles.import.did', counts)
              }
              onBegin={() => read && void begin(read.articles, { publish, trial: false })}
            />
          )}
          {(outcomes.articles.length > 0 || outcomes.problems.length > 0) && (
            <FolderOutcomeTable {...outcomes} />
          )}
        </section>
      )}
    </>
  );
}

const labelClass = `${buttonClass()} cursor-pointer focus-within:outline-2 focus-within:outline-accent`;

const entryOf = (file: File): FolderEntry => ({ path: file.webkitRelativePath || file.name, file });

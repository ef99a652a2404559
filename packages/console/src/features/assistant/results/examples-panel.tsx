import { type AssistantExample, type ExampleSet, endpoints } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Download, FileUp, FlaskConical, Pencil, Plus, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { call } from '../../../api.ts';
import { useFormat, useLocale, useT } from '../../../i18n/i18n.tsx';
import { useCan } from '../../../session.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { ExampleDialog } from './example-dialog.tsx';
import { anything } from './example-of-trace.ts';
import { expectedParts } from './expectation-words.ts';
import { PartList } from './part-list.tsx';
import { examplesQuery } from './results-queries.ts';
import { setName } from './set-name.ts';
import { useExampleFiles } from './use-example-files.ts';

const page = 50;

interface ExamplesPanelProps {
  examples: readonly AssistantExample[];
  sets: readonly ExampleSet[];
  /** The one that they belong to; undefined where they are of all. */
  set: ExampleSet | undefined;
}

/** Examples, and what is done with them. */
export function ExamplesPanel({ examples, sets, set }: ExamplesPanelProps) {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const client = useQueryClient();
  const manages = useCan()('assistant.manage');
  const { locale } = useLocale();
  const file = useRef<HTMLInputElement>(null);
  const [edited, setEdited] = useState<AssistantExample | 'new' | null>(null);
  const [shown, setShown] = useState(page);
  const { take, give, problem, error } = useExampleFiles(set);
  const fetchAgain = () => client.invalidateQueries({ queryKey: examplesQuery.queryKey });
  const remove = useMutation({
    mutationFn: ({ id }: AssistantExample) => call(endpoints.assistant.removeExample, { params: { id } }),
    onSuccess: async (_, { text, earlier, locale, expect, note, setId }) => {
      await fetchAgain();
      const body = { text, earlier, locale, expect, note, setId };
      const run = () =>
        void call(endpoints.assistant.keepExample, { body }).then(fetchAgain, (thrown: unknown) =>
          toast.error(thrown),
        );
      toast.show({
        title: t('assistant.example.removed'),
        action: { label: t('tickets.undo'), run, undoes: true },
      });
    },
    onError: (thrown) => toast.error(thrown),
  });
  const several = set === undefined && sets.length > 1;
  const nameOf = (id: string) => {
    const found = sets.find((it) => it.id === id);
    return found ? setName(t, found) : '';
  };
  const columns: Column<AssistantExample>[] = [
    {
      id: 'text',
      header: t('assistant.example.said'),
      value: ({ text }) => text,
      cell: (it) => (
        <span lang={it.locale} dir="auto" className="block min-w-40 py-1 [overflow-wrap:anywhere]">
          {it.earlier.length > 0 && (
            <span className="block text-sm text-ink-3">{it.earlier.join(' → ')}</span>
          )}
          {it.text}
          {it.note && <span className="block text-sm text-ink-3">{it.note}</span>}
          {several && <span className="block text-xs text-ink-3">{nameOf(it.setId)}</span>}
        </span>
      ),
    },
    {
      id: 'language',
      header: t('assistant.results.language'),
      value: (it) => format.language(it.locale),
      cell: (it) => <Badge>{format.language(it.locale)}</Badge>,
      from: 'md',
    },
    {
      id: 'expected',
      header: t('assistant.results.expected'),
      value: (it) =>
        expectedParts(t, it.expect, it.titles)
          .map(({ words }) => words)
          .join('; '),
      cell: (it) => <PartList parts={expectedParts(t, it.expect, it.titles)} />,
      from: 'md',
    },
    {
      id: 'author',
      header: t('assistant.example.author'),
      value: (it) => it.author?.name ?? '',
      cell: (it) => (
        <span className="block min-w-32 text-sm text-ink-2">
          {it.author?.name ?? t('assistant.example.came_along')}
          <time dateTime={it.createdAt} className="block text-ink-3">
            {format.relativeTime(it.createdAt)}
          </time>
        </span>
      ),
      from: 'lg',
    },
    {
      id: 'actions',
      header: '',
      cell: (it) => (
        <span className="flex justify-end">
          <Link
            to="/assistant"
            search={{ example: it.id }}
            aria-label={t('assistant.results.open_text', { text: it.text })}
            className={buttonClass('quiet', 'sm')}
          >
            <FlaskConical className="size-4" aria-hidden />
          </Link>
          {manages && (
            <>
              <IconButton
                size="sm"
                label={t('assistant.example.change_text', { text: it.text })}
                icon={<Pencil />}
                onClick={() => setEdited(it)}
              />
              <IconButton
                size="sm"
                label={t('assistant.example.remove_text', { text: it.text })}
                icon={<Trash2 />}
                onClick={() => remove.mutate(it)}
              />
            </>
          )}
        </span>
      ),
      align: 'end',
    },
  ];
  return (
    <>
      {problem && (
        <p role="alert" className="text-sm text-danger-text">
          {t(`assistant.examples.file_${problem}`)}
        </p>
      )}
      <FormError error={error} />
      <DataTable
        label={t('assistant.examples')}
        columns={columns}
        rows={examples.slice(0, shown)}
        rowKey={({ id }) => id}
        toolbar={
          <>
            <span className="text-sm font-medium">
              {t('assistant.examples.count', { count: examples.length })}
            </span>
            <span className="ms-auto flex flex-wrap gap-2">
              {manages && (
                <>
                  <Button size="sm" icon={<Plus />} onClick={() => setEdited('new')}>
                    {t('assistant.examples.add')}
                  </Button>
                  <Button
                    size="sm"
                    icon={<FileUp />}
                    loading={take.isPending}
                    onClick={() => file.current?.click()}
                  >
                    {t('assistant.examples.import')}
                  </Button>
                </>
              )}
              <Button size="sm" icon={<Download />} loading={give.isPending} onClick={() => give.mutate()}>
                {t('assistant.examples.export')}
              </Button>
            </span>
          </>
        }
        footer={
          examples.length > shown && (
            <div className="border-t border-line p-2 text-center">
              <Button size="sm" variant="quiet" onClick={() => setShown(shown + page)}>
                {t('assistant.examples.more', { count: examples.length - shown })}
              </Button>
            </div>
          )
        }
      />
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        aria-label={t('assistant.examples.import')}
        className="hidden"
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen) take.mutate(chosen);
          event.target.value = '';
        }}
      />
      {edited && (
        <ExampleDialog
          draft={
            edited === 'new'
              ? { locale, text: '', earlier: [], expect: anything, note: '' }
              : {
                  locale: edited.locale,
                  text: edited.text,
                  earlier: edited.earlier,
                  expect: edited.expect,
                  note: edited.note,
                }
          }
          {...(edited === 'new' ? {} : { changed: edited })}
          {...(set ? { set: set.id } : {})}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}

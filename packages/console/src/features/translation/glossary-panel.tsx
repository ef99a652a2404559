import { endpoints, type GlossaryConcept, type TranslationGlossary } from '@fairlead/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { History, Pencil, Plus, Search } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useFormat, useLocale, useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Input } from '../../ui/input.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TagInput } from '../../ui/tag-input.tsx';
import { useToast } from '../../ui/toast.tsx';
import { ConceptDialog } from './concept-dialog.tsx';
import { glossaryQuery, glossaryVersionsQuery } from './translation-queries.ts';

/** Concepts on screen at once; more are found by the search. */
const shownMost = 12;

/** The words of the exchange in each language, and the names that stay as they are. Each change is a version that one can go back to. */
export function GlossaryPanel({ glossary }: { glossary: TranslationGlossary }) {
  const t = useT();
  const format = useFormat();
  const { locale } = useLocale();
  const client = useQueryClient();
  const toast = useToast();
  const [q, setQ] = useState('');
  const [edited, setEdited] = useState<GlossaryConcept | 'new' | null>(null);
  const [history, setHistory] = useState(false);
  const save = useMutation({
    mutationFn: (next: Pick<TranslationGlossary, 'concepts' | 'keep'>) =>
      call(endpoints.translation.saveGlossary, {
        body: { concepts: next.concepts, keep: next.keep, basedOn: glossary.version },
      }),
    onSuccess: (saved) => {
      client.setQueryData(glossaryQuery.queryKey, saved);
      void client.invalidateQueries({ queryKey: glossaryVersionsQuery.queryKey });
      setEdited(null);
      toast.show({
        title: t('translation.glossary.saved', { version: saved.version }),
        tone: 'success',
      });
    },
    onError: () => void client.invalidateQueries({ queryKey: glossaryQuery.queryKey }),
  });
  const { concepts, keep } = glossary;
  const wanted = q.trim().toLocaleLowerCase();
  const found = concepts.filter(({ id, terms }) =>
    [id, ...Object.values(terms).flat()].some((it) => it.toLocaleLowerCase().includes(wanted)),
  );
  const put = (concept: GlossaryConcept) => {
    const known = concepts.some((it) => it.id === concept.id);
    const next = known ? concepts.map((it) => (it.id === concept.id ? concept : it)) : [...concepts, concept];
    save.mutate({ concepts: next, keep });
  };
  return (
    <Panel
      title={t('translation.glossary')}
      description={
        glossary.changed
          ? t('translation.glossary.changed', {
              version: glossary.version,
              name: glossary.changed.by,
              time: format.dateTime(glossary.changed.at),
            })
          : t('translation.glossary.first')
      }
      actions={
        <>
          <Button icon={<History />} aria-expanded={history} onClick={() => setHistory(!history)}>
            {t('translation.glossary.versions')}
          </Button>
          <Button icon={<Plus />} onClick={() => setEdited('new')}>
            {t('translation.glossary.add')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {history && <Versions current={glossary.version} onRestore={(old) => save.mutate(old)} />}
        <Input
          type="search"
          icon={<Search />}
          aria-label={t('translation.glossary.search')}
          placeholder={t('translation.glossary.search')}
          value={q}
          onChange={(event) => setQ(event.currentTarget.value)}
        />
        <ul className="divide-y divide-line rounded-md border border-line empty:hidden">
          {found.slice(0, shownMost).map((concept) => (
            <li key={concept.id} className="flex items-center gap-3 px-3 py-1.5">
              <span className="min-w-0 flex-1 truncate">
                <bdi>{concept.terms[locale]?.[0] ?? concept.terms.en?.[0] ?? concept.id}</bdi>
                <bdi className="ms-2 text-sm text-ink-3">
                  {(concept.terms[locale] ?? concept.terms.en ?? []).slice(1, 5).join(', ')}
                </bdi>
              </span>
              <span className="shrink-0 text-xs text-ink-3">
                {t('translation.glossary.languages', { count: Object.keys(concept.terms).length })}
              </span>
              <IconButton
                size="sm"
                label={t('translation.glossary.edit', { id: concept.id })}
                icon={<Pencil />}
                onClick={() => setEdited(concept)}
              />
            </li>
          ))}
        </ul>
        <p role="status" className="text-sm text-ink-3">
          {t('translation.glossary.found', { count: found.length })}
        </p>
        <Field label={t('translation.keep')} hint={t('translation.keep.hint')}>
          <TagInput
            value={[...keep]}
            onChange={(next) => save.mutate({ concepts, keep: next })}
            maximumLength={100}
            maximumCount={1000}
          />
        </Field>
        <FormError error={save.error} />
      </div>
      {edited && (
        <ConceptDialog
          concept={edited === 'new' ? null : edited}
          taken={concepts.map((it) => it.id)}
          saving={save.isPending}
          error={save.error}
          onSave={put}
          onRemove={(id) => save.mutate({ concepts: concepts.filter((it) => it.id !== id), keep })}
          onClose={() => setEdited(null)}
        />
      )}
    </Panel>
  );
}

interface VersionsProps {
  current: number;
  onRestore: (old: TranslationGlossary) => void;
}

function Versions({ current, onRestore }: VersionsProps) {
  const t = useT();
  const format = useFormat();
  const versions = useQuery(glossaryVersionsQuery);
  const restore = useMutation({
    mutationFn: (version: number) => call(endpoints.translation.glossaryVersion, { params: { version } }),
    onSuccess: onRestore,
  });
  const all = [
    ...(versions.data ?? []).map(({ version, by, at }) => ({
      version,
      says: t('translation.glossary.changed', { version, name: by, time: format.dateTime(at) }),
    })),
    { version: 0, says: t('translation.glossary.first') },
  ];
  return (
    <>
      <ol className="divide-y divide-line rounded-md border border-line">
        {all.map(({ version, says }) => (
          <li key={version} className="flex items-center gap-3 px-3 py-1.5 text-sm">
            <span className="min-w-0 flex-1">{says}</span>
            {version !== current && (
              <Button
                size="sm"
                loading={restore.isPending && restore.variables === version}
                onClick={() => restore.mutate(version)}
              >
                {t('translation.glossary.restore')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      <FormError error={restore.error ?? versions.error} />
    </>
  );
}

import {
  endpoints,
  type InboxNotice,
  type NoticeKind,
  type NoticeSource,
  type NoticeWay,
  noticeKinds,
  noticeSources,
  noticeWays,
} from '@fairlead/contract';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Input } from '../../ui/input.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useToast } from '../../ui/toast.tsx';

const noticesQuery = (inboxId: string) =>
  queryOptions({
    queryKey: ['channels', 'notices', inboxId],
    queryFn: () => call(endpoints.channels.listNotices, { params: { id: inboxId } }),
  });

/** By which templates of the platform customers are told of something once it takes no answers any more. */
export function NoticesPanel({ inboxId }: { inboxId: string }) {
  const t = useT();
  const notices = useQuery(noticesQuery(inboxId));
  return (
    <Panel title={t('channels.notices')} description={t('channels.notices.text')}>
      {notices.error && notices.data === undefined ? (
        <ErrorState error={notices.error} onRetry={() => void notices.refetch()} />
      ) : notices.data === undefined ? (
        <SkeletonRows />
      ) : (
        <NoticesForm inboxId={inboxId} kept={notices.data.items} />
      )}
    </Panel>
  );
}

type Draft = Record<NoticeKind, { way: NoticeWay; templateId: string; fields: InboxNotice['fields'] }>;

const field = (name: string, source: NoticeSource) => ({ name, source });
/** What a template that was never entered begins with: the fields that WeChat's library mostly has. */
const usual: Record<NoticeKind, InboxNotice['fields']> = {
  answered: [field('character_string1', 'number'), field('time2', 'time')],
  status: [field('character_string1', 'number'), field('thing2', 'status'), field('time3', 'time')],
};

function NoticesForm({ inboxId, kept }: { inboxId: string; kept: readonly InboxNotice[] }) {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  const [draft, setDraft] = useState<Draft>(() => {
    const of = (kind: NoticeKind) => {
      const notice = kept.find((it) => it.kind === kind);
      const way = notice?.way ?? 'template';
      return { way, templateId: notice?.templateId ?? '', fields: notice?.fields ?? usual[kind] };
    };
    return { answered: of('answered'), status: of('status') };
  });
  const change = (kind: NoticeKind, part: Partial<Draft[NoticeKind]>) =>
    setDraft((before) => ({ ...before, [kind]: { ...before[kind], ...part } }));
  const used = noticeKinds.filter((kind) => draft[kind].templateId.trim() !== '');
  const valid = used.every((kind) => {
    const names = draft[kind].fields.map((it) => it.name);
    return names.length > 0 && new Set(names).size === names.length && names.every(isName);
  });
  const save = useMutation({
    mutationFn: () => {
      const items = used.map((kind) => ({ kind, ...draft[kind], templateId: draft[kind].templateId.trim() }));
      return call(endpoints.channels.saveNotices, { params: { id: inboxId }, body: { items } });
    },
    onSuccess: (saved) => {
      client.setQueryData(noticesQuery(inboxId).queryKey, saved);
      toast.show({ title: t('channels.notices.saved'), tone: 'success' });
    },
  });
  return (
    <Form valid={valid} onSubmit={() => save.mutate()} className="flex flex-col gap-5">
      {(tried) => (
        <>
          {noticeKinds.map((kind) => (
            <fieldset key={kind} className="flex flex-col gap-3">
              <legend className="mb-1 text-sm font-medium">{t(`channels.notices.${kind}`)}</legend>
              <Field label={t('channels.notices.template')} hint={t('channels.notices.template.hint')}>
                <Input
                  autoComplete="off"
                  spellCheck={false}
                  maxLength={100}
                  value={draft[kind].templateId}
                  onValueChange={(templateId) => change(kind, { templateId })}
                />
              </Field>
              {draft[kind].templateId.trim() !== '' && (
                <Field
                  label={t('channels.notices.way')}
                  hint={draft[kind].way === 'subscription' ? t('channels.notices.way.hint') : undefined}
                >
                  <Select
                    value={draft[kind].way}
                    onChange={(way) => change(kind, { way })}
                    options={noticeWays.map((value) => ({
                      value,
                      label: t(`channels.notices.way.${value}`),
                    }))}
                  />
                </Field>
              )}
              {draft[kind].templateId.trim() !== '' && (
                <Fields
                  fields={draft[kind].fields}
                  tried={tried}
                  onChange={(fields) => change(kind, { fields })}
                />
              )}
            </fieldset>
          ))}
          <FormError error={save.error} />
          <div className="flex justify-end">
            <Button type="submit" variant="primary" loading={save.isPending}>
              {t('ui.save')}
            </Button>
          </div>
        </>
      )}
    </Form>
  );
}

const isName = (name: string) => /^[A-Za-z][A-Za-z_]*\d*$/.test(name);

interface FieldsProps {
  fields: InboxNotice['fields'];
  tried: boolean;
  onChange: (fields: InboxNotice['fields']) => void;
}

/** The template's fields, and what each holds. */
function Fields({ fields, tried, onChange }: FieldsProps) {
  const t = useT();
  const replace = (at: number, part: Partial<InboxNotice['fields'][number]>) =>
    onChange(fields.map((it, index) => (index === at ? { ...it, ...part } : it)));
  const wrong = fields.some(
    ({ name }, at) => !isName(name) || fields.findIndex((it) => it.name === name) !== at,
  );
  return (
    <div className="flex flex-col gap-2">
      {fields.map(({ name, source }, at) => (
        // A row is its place: names are typed.
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity
        <div key={at} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-center gap-2">
          <Input
            aria-label={t('channels.notices.field', { number: at + 1 })}
            spellCheck={false}
            maxLength={40}
            value={name}
            onValueChange={(next) => replace(at, { name: next.trim() })}
          />
          <Select
            label={t('channels.notices.holds', { number: at + 1 })}
            value={source}
            onChange={(next) => replace(at, { source: next })}
            options={noticeSources.map((value) => ({ value, label: t(`channels.notices.source.${value}`) }))}
          />
          <Button
            size="sm"
            icon={<X />}
            aria-label={t('channels.notices.remove', { number: at + 1 })}
            onClick={() => onChange(fields.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      {tried && (wrong || fields.length === 0) && (
        <p role="alert" className="text-sm text-danger-text">
          {t('channels.notices.wrong')}
        </p>
      )}
      {fields.length < 10 && (
        <Button
          size="sm"
          icon={<Plus />}
          className="self-start"
          onClick={() => onChange([...fields, field('', 'organisation')])}
        >
          {t('channels.notices.add')}
        </Button>
      )}
    </div>
  );
}

import {
  type Announcement,
  type AnnouncementWords,
  endpoints,
  type Locale,
  localeNames,
  locales,
} from '@fairlead/contract';
import { useSearch } from '@tanstack/react-router';
import { Check, Languages, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Input } from '../../ui/input.tsx';
import { MultiSelect } from '../../ui/multi-select.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useAct } from './announcement-queries.ts';
import { isWhole, WordsFields } from './words-fields.tsx';

const tones: Record<Announcement['texts'][number]['state'], Tone> = {
  machine: 'warning',
  reviewed: 'success',
  outdated: 'danger',
};
const nothing: AnnouncementWords = { title: '', summary: '', body: '' };

/** What the announcement says, a tab for each language; the source stands beside its translations. */
export function TextsPanel({ announcement, writes }: { announcement: Announcement; writes: boolean }) {
  const t = useT();
  const { texts, sourceLocale } = announcement;
  const { lang } = useSearch({ from: '/app/announcements/$announcementId' });
  const [begun, begin] = useState<Locale | null>(writes && lang ? lang : null);
  const there = texts.map((it) => it.locale);
  const shown = locales.filter((it) => there.includes(it) || it === begun);
  const order = [sourceLocale, ...shown.filter((it) => it !== sourceLocale)];
  const [asked, setTab] = useState<Locale>(lang ?? sourceLocale);
  const tab = order.includes(asked) ? asked : sourceLocale;
  const others = locales.filter((it) => !order.includes(it));
  return (
    <Panel title={t('announcements.texts')}>
      <Tabs
        label={t('announcements.texts')}
        value={tab}
        onChange={setTab}
        tabs={order.map((locale) => {
          const text = texts.find((it) => it.locale === locale);
          return {
            value: locale,
            label: (
              <span className="flex items-center gap-1.5">
                {localeNames[locale]}
                {text && text.state !== 'reviewed' && (
                  <Badge tone={tones[text.state]}>{t(`announcements.text_state.${text.state}`)}</Badge>
                )}
              </span>
            ),
            content: (
              <OneText
                // What somebody else wrote is shown, unless one writes oneself.
                key={`${locale} ${text?.changedAt ?? ''}`}
                announcement={announcement}
                locale={locale}
                writes={writes}
              />
            ),
          };
        })}
      />
      {writes && others.length > 0 && (
        <div className="mt-4 grid gap-4 border-t border-line pt-4 sm:grid-cols-2">
          <Translating announcement={announcement} />
          <Select
            label={t('announcements.language.add')}
            placeholder={t('announcements.language.add')}
            value={null}
            onChange={(locale: Locale) => {
              begin(locale);
              setTab(locale);
            }}
            options={others.map((it) => ({ value: it, label: localeNames[it] }))}
          />
        </div>
      )}
    </Panel>
  );
}

interface OneTextProps {
  announcement: Announcement;
  locale: Locale;
  writes: boolean;
}

function OneText({ announcement, locale, writes }: OneTextProps) {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const act = useAct(announcement.id);
  const { texts, sourceLocale, version } = announcement;
  const text = texts.find((it) => it.locale === locale);
  const source = texts.find((it) => it.locale === sourceLocale);
  const kept: AnnouncementWords = text ?? nothing;
  const [words, setWords] = useState<AnnouncementWords>({
    title: kept.title,
    summary: kept.summary,
    body: kept.body,
  });
  const keptAlt = text?.pictureAlt ?? '';
  const [pictureAlt, setPictureAlt] = useState(keptAlt);
  const { picture } = announcement;
  const params = { id: announcement.id, locale };
  const changed =
    words.title !== kept.title ||
    words.summary !== kept.summary ||
    words.body !== kept.body ||
    pictureAlt.trim() !== keptAlt;
  const beside = locale !== sourceLocale && source;
  return (
    <div className="flex flex-col gap-4 pt-3">
      <div className={beside ? 'grid gap-4 lg:grid-cols-2' : ''}>
        {beside && (
          <section
            aria-label={t('announcements.source')}
            lang={sourceLocale}
            dir="auto"
            className="flex flex-col gap-2 rounded-md bg-sunken px-3 py-2 [overflow-wrap:anywhere]"
          >
            <p className="font-medium">{source.title}</p>
            <p>{source.summary}</p>
            <p className="whitespace-pre-wrap text-ink-2">{source.body}</p>
            {picture && source.pictureAlt !== '' && <p className="text-sm text-ink-3">{source.pictureAlt}</p>}
          </section>
        )}
        <div className="flex flex-col gap-4">
          <WordsFields locale={locale} words={words} onChange={setWords} readOnly={!writes} />
          {picture && (
            <Field label={t('announcements.picture.alt')} hint={t('announcements.picture.alt.hint')}>
              <Input
                lang={locale}
                dir="auto"
                maxLength={300}
                readOnly={!writes}
                value={pictureAlt}
                onValueChange={setPictureAlt}
              />
            </Field>
          )}
        </div>
      </div>
      {text && (
        <p className="text-sm text-ink-3">
          {t('announcements.changed_by', {
            name: text.changedBy.name,
            time: format.dateTime(text.changedAt),
          })}
        </p>
      )}
      <FormError error={act.error} />
      {writes && (
        <div className="flex flex-wrap gap-2">
          <Button
            variant="primary"
            disabled={!changed || !isWhole(words)}
            loading={act.isPending}
            onClick={() =>
              act.mutate(
                () =>
                  call(endpoints.announcements.saveText, { params, body: { ...words, pictureAlt, version } }),
                { onSuccess: () => toast.show({ title: t('announcements.saved'), tone: 'success' }) },
              )
            }
          >
            {t('announcements.save')}
          </Button>
          {text && text.state !== 'reviewed' && !changed && (
            <Button
              icon={<Check />}
              onClick={() =>
                act.mutate(() => call(endpoints.announcements.reviewText, { params, body: { version } }))
              }
            >
              {t('announcements.review')}
            </Button>
          )}
          {text && locale !== sourceLocale && (
            <Button
              variant="quiet"
              icon={<Trash2 />}
              onClick={() => {
                const { title, summary, body, pictureAlt: alt } = text;
                act.mutate(() => call(endpoints.announcements.removeText, { params, body: { version } }), {
                  onSuccess: (after) =>
                    toast.show({
                      title: t('announcements.language.removed', { language: localeNames[locale] }),
                      action: {
                        label: t('announcements.undo'),
                        undoes: true,
                        run: () =>
                          act.mutate(() =>
                            call(endpoints.announcements.saveText, {
                              params,
                              body: { title, summary, body, pictureAlt: alt, version: after.version },
                            }),
                          ),
                      },
                    }),
                });
              }}
            >
              {t('announcements.language.remove')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** Has languages translated by machine, for people to review. */
function Translating({ announcement }: { announcement: Announcement }) {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const act = useAct(announcement.id);
  const { id, texts, version, sourceLocale } = announcement;
  const reviewed = texts.filter((it) => it.state === 'reviewed').map((it) => it.locale);
  const open = locales.filter((it) => it !== sourceLocale && !reviewed.includes(it));
  const [chosen, choose] = useState<readonly Locale[]>([]);
  const wanted = chosen.filter((it) => open.includes(it));
  return (
    <div className="flex flex-col items-start gap-2">
      <MultiSelect
        label={t('announcements.translate')}
        placeholder={t('announcements.translate')}
        value={wanted}
        onChange={choose}
        options={open.map((it) => ({ value: it, label: localeNames[it] }))}
      />
      <Button
        icon={<Languages />}
        disabled={wanted.length === 0}
        loading={act.isPending}
        onClick={() =>
          act.mutate(async () => {
            const body = { version, locales: wanted };
            const made = await call(endpoints.announcements.translate, { params: { id }, body });
            if (made.missing.length > 0)
              toast.show({
                title: t('announcements.translate.missing', {
                  languages: format.list(made.missing.map((it) => localeNames[it])),
                }),
                tone: 'danger',
              });
            choose([]);
            return made.announcement;
          })
        }
      >
        {t('announcements.translate.do')}
      </Button>
      <FormError error={act.error} />
    </div>
  );
}

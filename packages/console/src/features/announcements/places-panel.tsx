import {
  type Announcement,
  type AnnouncementAudience,
  type AnnouncementKind,
  type AnnouncementPlaces,
  announcementKinds,
  endpoints,
} from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { useCan } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Input } from '../../ui/input.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { useToast } from '../../ui/toast.tsx';
import { RelatedField } from '../articles/page/related-field.tsx';
import { audienceQuery, placesQuery, useAct } from './announcement-queries.ts';
import { AudienceField } from './audience-field.tsx';
import { PostsField } from './posts-field.tsx';

interface Wish {
  readonly kind: AnnouncementKind;
  readonly audience: AnnouncementAudience;
  readonly places: AnnouncementPlaces;
  readonly publishAt: string | null;
  readonly articles: readonly string[];
}

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A moment as the field of the browser holds it: by the clock of who looks, to the minute. */
function localMoment(moment: string | null): string {
  if (moment === null) return '';
  const at = new Date(moment);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
const momentOf = (typed: string): string | null => (typed === '' ? null : new Date(typed).toISOString());

/** Whom it is for, where it goes, when, and what says more. */
export function PlacesPanel({ announcement, writes }: { announcement: Announcement; writes: boolean }) {
  const t = useT();
  const toast = useToast();
  const can = useCan();
  const act = useAct(announcement.id);
  const { id, version, kind, audience, places, publishAt, articles, edition } = announcement;
  const kept: Wish = { kind, audience, places, publishAt, articles };
  const [wish, setWish] = useState<Wish>(kept);
  const change = (part: Partial<Wish>) => setWish({ ...wish, ...part });
  const changePlaces = (part: Partial<AnnouncementPlaces>) => change({ places: { ...wish.places, ...part } });
  const { data: possible } = useQuery(placesQuery);
  const changed = JSON.stringify(wish) !== JSON.stringify(kept);
  const fixed = edition > 0;
  return (
    <Panel title={t('announcements.places')}>
      <fieldset disabled={!writes} className="flex flex-col gap-4">
        <Field label={t('announcements.kind')}>
          <Select
            value={wish.kind}
            disabled={!writes}
            onChange={(it) => change({ kind: it })}
            options={announcementKinds.map((it) => ({ value: it, label: t(`announcement.kind.${it}`) }))}
          />
        </Field>
        <AudienceField
          value={wish.audience}
          disabled={!writes}
          assets={possible?.assets === true}
          holders={possible?.holders === true}
          onChange={(it) => change({ audience: it })}
        />
        <div className="flex flex-col">
          <Checkbox
            checked={wish.places.helpCenter}
            disabled={!writes}
            onChange={(helpCenter) => changePlaces({ helpCenter })}
            label={t('announcements.places.help')}
          />
          <Checkbox
            checked={wish.places.banner}
            disabled={!writes}
            onChange={(banner) => changePlaces({ banner })}
            label={t('announcements.places.banner')}
          />
          <Checkbox
            checked={wish.places.email}
            disabled={!writes || fixed || possible?.email === false}
            onChange={(email) => changePlaces({ email })}
            label={t('announcements.places.email')}
            hint={
              possible?.email === false ? (
                t('announcements.places.email.none')
              ) : wish.places.email ? (
                <Letters kind={wish.kind} audience={wish.audience} />
              ) : undefined
            }
          />
        </div>
        {wish.places.banner && (
          <Field label={t('announcements.places.banner_until')}>
            <Input
              type="datetime-local"
              value={localMoment(wish.places.bannerUntil)}
              onValueChange={(typed) => changePlaces({ bannerUntil: momentOf(typed) })}
            />
          </Field>
        )}
        <PostsField
          value={wish.places.posts}
          possible={possible?.items ?? []}
          fixed={fixed || !writes}
          onChange={(posts) => changePlaces({ posts })}
        />
        {fixed && writes && <p className="text-sm text-ink-3">{t('announcements.places.fixed')}</p>}
        <Field label={t('announcements.schedule')} hint={t('announcements.schedule.hint', { zone })}>
          <Input
            type="datetime-local"
            value={localMoment(wish.publishAt)}
            onValueChange={(typed) => change({ publishAt: momentOf(typed) })}
          />
        </Field>
        {writes && can('knowledge.write') && (
          <RelatedField value={[...wish.articles]} own="" onChange={(slugs) => change({ articles: slugs })} />
        )}
        <FormError error={act.error} />
        {writes && (
          <Button
            variant="primary"
            className="self-start"
            disabled={!changed}
            loading={act.isPending}
            onClick={() =>
              act.mutate(
                () =>
                  call(endpoints.announcements.change, {
                    params: { id },
                    body: { version, ...wish, articles: [...wish.articles], timeZone: zone },
                  }),
                { onSuccess: () => toast.show({ title: t('announcements.saved'), tone: 'success' }) },
              )
            }
          >
            {t('announcements.save')}
          </Button>
        )}
      </fieldset>
    </Panel>
  );
}

function Letters({ kind, audience }: { kind: AnnouncementKind; audience: AnnouncementAudience }) {
  const t = useT();
  const whole = audience.who !== 'asset' || audience.asset.trim() !== '';
  const { data } = useQuery({ ...audienceQuery(kind, audience), enabled: whole });
  if (!data) return null;
  return t(audience.who === 'asset' ? 'announcements.audience.at_most' : 'announcements.audience.count', {
    count: data.letters,
  });
}

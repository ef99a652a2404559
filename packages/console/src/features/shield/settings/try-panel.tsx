import { withoutSecrets } from '@fairlead/shield';
import { wordListsFor } from '@fairlead/shield/word-lists-for';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { sayMarks } from '../../../i18n/say-marks.ts';
import { Badge } from '../../../ui/badge.tsx';
import { ErrorLine } from '../../../ui/error-line.tsx';
import { Field } from '../../../ui/field.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Textarea } from '../../../ui/textarea.tsx';

/** A sentence to try: what would be removed from it. It does not leave the browser, which finds what the server finds. */
export function TryPanel() {
  const t = useT();
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const { data, error, refetch } = useQuery({
    queryKey: ['shield', 'try', asked],
    queryFn: async () => withoutSecrets(asked, await wordListsFor(asked)),
    enabled: asked !== '',
    // What was tried stays nowhere.
    gcTime: 0,
    networkMode: 'always',
  });
  return (
    <Panel title={t('shield.try')} description={t('shield.try.text')}>
      <div className="flex flex-col gap-3">
        <Field label={t('shield.try.label')}>
          <Textarea
            rows={3}
            maxLength={4000}
            dir="auto"
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
        {error && <ErrorLine error={error} onRetry={() => void refetch()} />}
        <div role="status" className="flex flex-col gap-2 empty:hidden">
          {asked !== '' && data && data.removed.length === 0 && (
            <p className="text-ink-2">{t('shield.try.nothing')}</p>
          )}
          {asked !== '' && data && data.removed.length > 0 && (
            <>
              <ul className="flex flex-wrap gap-2">
                {data.removed.map(
                  ({ kind, certainty, start }) =>
                    kind !== 'national_id' && (
                      <li key={start}>
                        <Badge tone={certainty === 'certain' ? 'danger' : 'warning'}>
                          {t(`shield.kind.${kind}`)}: {t(`shield.${certainty}`)}
                        </Badge>
                      </li>
                    ),
                )}
              </ul>
              <p className="text-sm text-ink-3">{t('shield.try.result')}</p>
              <p dir="auto" className="rounded-md bg-sunken px-3 py-2 break-words whitespace-pre-wrap">
                {sayMarks(t, data.text)}
              </p>
            </>
          )}
        </div>
      </div>
    </Panel>
  );
}

import type { PostLength } from '@fairlead/contract';
import { Globe, Lock } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { PostLengthNote } from './post-length-note.tsx';
import { Strip } from './strip.tsx';
import type { PublicChoice } from './use-public-choice.ts';

interface Props {
  choice: PublicChoice;
  length: PostLength | null;
  text: string;
}

/** Says loudly where the reply goes, and lets one choose; nothing where there is one place only. */
export function PublicChoiceStrip({ choice, length, text }: Props) {
  const t = useT();
  const { possible, publicOn, choose } = choice;
  if (possible === null) return null;
  const platform = t(`inbox.channel.${possible}`);
  return (
    <Strip
      tone={publicOn ? 'warning' : 'calm'}
      icon={publicOn ? <Globe aria-hidden /> : <Lock aria-hidden />}
    >
      <span className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-2 gap-y-1">
        <span className="flex min-w-0 grow basis-52 flex-wrap gap-x-2">
          <span className={publicOn ? 'font-medium' : undefined} aria-live="polite">
            {publicOn ? t('inbox.goes.public', { platform }) : t('inbox.goes.private')}
          </span>
          {publicOn && length && <PostLengthNote text={text} {...length} />}
        </span>
        <Segmented
          label={t('inbox.goes')}
          value={publicOn ? 'public' : 'private'}
          onChange={(next) => choose(next === 'public')}
          options={[
            { value: 'private', label: t('inbox.goes.to.private') },
            { value: 'public', label: t('inbox.goes.to.public', { platform }) },
          ]}
          className="shrink-0"
        />
      </span>
    </Strip>
  );
}

import { useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { ClassifiersPanel } from './classifiers-panel.tsx';
import { ClustersPanel } from './clusters-panel.tsx';
import { UtterancesPanel } from './utterances-panel.tsx';

const parts = ['questions', 'utterances', 'versions'] as const;

/** What the assistant could not answer well, and what it learns from it. */
export function LearningTab() {
  const t = useT();
  const [part, setPart] = useState<(typeof parts)[number]>('questions');
  return (
    <div className="flex flex-col gap-4">
      <Segmented
        label={t('learning.title')}
        className="self-start"
        value={part}
        onChange={setPart}
        options={parts.map((value) => ({ value, label: t(`learning.part.${value}`) }))}
      />
      {part === 'questions' ? (
        <ClustersPanel />
      ) : part === 'utterances' ? (
        <UtterancesPanel />
      ) : (
        <ClassifiersPanel />
      )}
    </div>
  );
}

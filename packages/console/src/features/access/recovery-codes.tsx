import { Download, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { useMe } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { download } from '../../ui/download.ts';

/** The recovery codes, in the only moment in which they can be seen. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const t = useT();
  const { agent, organisation } = useMe();
  const [kept, setKept] = useState(false);
  const text = codes.join('\n');
  const save = () => {
    const head = t('access.recovery_codes.file', { organisation, email: agent.email });
    download('fairlead-recovery-codes.txt', 'text/plain;charset=utf-8', `${head}\n\n${text}\n`);
  };
  return (
    <div className="flex flex-col gap-4">
      <p className="flex gap-2 rounded-md bg-warning-soft px-3 py-2 text-warning-text">
        <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
        {t('access.recovery_codes.text')}
      </p>
      <ul
        aria-label={t('access.recovery_codes')}
        className="grid grid-cols-2 gap-x-6 gap-y-1 rounded-md bg-sunken px-4 py-3 font-mono"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={text} label={t('access.recovery_codes.copy')} />
        <Button icon={<Download />} onClick={save}>
          {t('access.recovery_codes.download')}
        </Button>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-4">
        <Checkbox checked={kept} onChange={setKept} label={t('access.recovery_codes.kept')} />
        <Button variant="primary" disabled={!kept} onClick={onDone}>
          {t('access.done')}
        </Button>
      </div>
    </div>
  );
}

import { CircleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { CopyText } from '../../../ui/copy-text.tsx';
import { chainNames, meaningOfId } from './meaning-of-id.ts';

/** A TXID or address in a message: copied whole, with what it is, and a warning where an address cannot be right. */
export function LongId({ text }: { text: string }) {
  const t = useT();
  const meaning = useMemo(() => meaningOfId(text), [text]);
  const chains = chainNames(meaning?.chains ?? []);
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-1 align-baseline">
      <CopyText value={text} keep={18} className="ring-1 ring-line-2/70 ring-inset" />
      {meaning?.is === 'mistyped' ? (
        <Badge tone="warning" icon={<CircleAlert aria-hidden />}>
          {t('inbox.id.mistyped', { chains })}
        </Badge>
      ) : (
        meaning && (
          <Badge>
            {chains === ''
              ? t('inbox.id.txid')
              : t(meaning.is === 'txid' ? 'inbox.id.txid_on' : 'inbox.id.address', { chains })}
          </Badge>
        )
      )}
    </span>
  );
}

import type { Message } from '@fairlead/contract';
import { useFormat, useT } from '../../../i18n/i18n.tsx';

/** Something that happened to the conversation. */
export function SystemLine({ message }: { message: Message }) {
  const t = useT();
  const format = useFormat();
  const { system, delivery } = message;
  if (!system) return null;
  // Numbers of conversations are names, which no language groups by thousands.
  const params = Object.fromEntries(
    Object.entries(system.params).map(([name, value]) => [name, name === 'number' ? String(value) : value]),
  );
  return (
    <p className="px-6 text-center text-xs text-balance text-ink-3">
      {t(`system.${system.key}`, params)}{' '}
      <time
        dateTime={message.createdAt}
        title={format.dateTime(message.createdAt)}
        className="whitespace-nowrap"
      >
        {format.time(message.createdAt)}
      </time>
      {delivery?.state === 'sent' && <span> · {t('inbox.line.told')}</span>}
      {delivery?.state === 'failed' && (
        <span className="text-danger-text">
          {' '}
          · {t('inbox.line.not_told', { reason: delivery.error ?? '' })}
        </span>
      )}
    </p>
  );
}

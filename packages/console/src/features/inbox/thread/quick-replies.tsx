import { useT } from '../../../i18n/i18n.tsx';

/** The answers that the customer was offered below a message: only they can choose one. */
export function QuickReplies({ texts }: { texts: readonly string[] }) {
  const t = useT();
  if (texts.length === 0) return null;
  return (
    <div className="max-w-full">
      <span className="sr-only">{t('inbox.quick_replies.offered')}</span>
      <ul className="flex flex-wrap justify-end gap-1.5">
        {texts.map((text) => (
          <li
            key={text}
            className="max-w-full rounded-full border border-line-control px-2.5 py-0.5 text-sm [overflow-wrap:anywhere] text-ink-2"
          >
            {/* Not `dir`, which marks what somebody wrote. */}
            <bdi>{text}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}

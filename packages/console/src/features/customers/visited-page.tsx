import { ExternalLink } from 'lucide-react';

/**
 * The page of the exchange that a customer has open. The address comes from the customer's browser: only web addresses become
 * links, they show where they lead, and they tell that page nothing of this one.
 */
export function VisitedPage({ page }: { page: { url: string; title: string } }) {
  const url = URL.parse(page.url);
  const title = page.title || page.url;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:')
    return <span className="break-words">{title}</span>;
  return (
    <a
      href={url.href}
      target="_blank"
      rel="noopener noreferrer"
      className="inline-flex max-w-full items-start gap-1.5 rounded-sm text-accent-text hover:underline"
    >
      <span className="min-w-0">
        <span className="block break-words">{title}</span>
        <span className="block truncate text-xs text-ink-3">{`${url.host}${url.pathname}`}</span>
      </span>
      <ExternalLink className="mt-0.5 size-3.5 shrink-0" aria-hidden />
    </a>
  );
}

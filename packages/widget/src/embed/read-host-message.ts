import { type HostMessage, protocol } from './messages.ts';

const isText = (value: unknown, longest: number) => typeof value === 'string' && value.length <= longest;

/** What the host page's loader said, field by field checked, or undefined when it is not its message. */
export function readHostMessage(data: unknown): HostMessage | undefined {
  const { p, locales, theme, identity, open, full, url, title } = Object(data) as Record<string, unknown>;
  if (p !== protocol) return undefined;
  const sound =
    Array.isArray(locales) &&
    locales.length <= 30 &&
    locales.every((tag) => isText(tag, 40)) &&
    (theme === 'auto' || theme === 'light' || theme === 'dark') &&
    (identity === null || identity === undefined || isText(identity, 8000)) &&
    typeof open === 'boolean' &&
    typeof full === 'boolean' &&
    typeof url === 'string' &&
    !/[?#]/.test(url) &&
    typeof title === 'string';
  if (!sound) return undefined;
  // Longer ones are true too, only longer than the server keeps.
  const page = { url: url.slice(0, 2000), title: title.slice(0, 300) };
  return { locales, theme, identity: identity as HostMessage['identity'], open, full, ...page };
}

import type { MarkdownIt } from 'markdown-it';

/** How a live fact is named in a text. */
export const factForm = /\{\{\s*([A-Za-z][A-Za-z0-9.]*)\s*\}\}/;
const atOnce = new RegExp(`^${factForm.source}`);

interface Env {
  fact?: (name: string) => string | undefined;
  facts?: string[];
  problems?: Array<{ kind: 'fact' | 'link'; what: string }>;
}

/** `{{fee.withdraw.USDT.TRC20}}` in a text: the figure itself, in the reader's words. One that there is none of stays as it is written. */
export function factRule(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('text', 'fact', (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== 0x7b /* { */) return false;
    const found = atOnce.exec(state.src.slice(state.pos, state.pos + 100));
    if (!found) return false;
    const [whole, name = ''] = found;
    if (!silent) {
      const env = state.env as unknown as Env;
      const value = env.fact?.(name);
      if (value === undefined) {
        env.problems?.push({ kind: 'fact', what: name });
        state.push('text', '', 0).content = whole;
      } else {
        const token = state.push('fact', 'data', 0);
        token.content = value;
        token.meta = { name };
        if (name !== 'exchange') env.facts?.push(name);
      }
    }
    state.pos += whole.length;
    return true;
  });
  markdown.renderer.rules['fact'] = (tokens, at) => {
    const { content = '', meta } = tokens[at] ?? {};
    const { escapeHtml } = markdown.utils;
    const name = (meta as { name?: string } | null)?.name ?? '';
    return name === 'exchange'
      ? escapeHtml(content)
      : `<data class="fact" value="${escapeHtml(name)}">${escapeHtml(content)}</data>`;
  };
}

import type { MarkdownIt } from 'markdown-it';

interface Env {
  alertTitles?: Readonly<Record<string, string>>;
}

/** A block quote whose first line is `[!WARNING]` or the like is a callout: the form that GitHub's Markdown has for it. */
export function alerts(markdown: MarkdownIt): void {
  markdown.core.ruler.after('block', 'alerts', (state) => {
    const env = state.env as unknown as Env;
    state.tokens.forEach((open, at) => {
      if (open.type !== 'blockquote_open') return;
      const first = state.tokens[at + 2];
      if (state.tokens[at + 1]?.type !== 'paragraph_open' || first?.type !== 'inline') return;
      const found = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\n|$)/.exec(first.content);
      if (!found) return;
      const kind = (found[1] ?? '').toLowerCase();
      first.content = first.content.slice(found[0].length);
      open.tag = 'aside';
      open.attrSet('class', `callout ${kind}`);
      open.attrSet('role', 'note');
      open.meta = { kind, title: env.alertTitles?.[kind] ?? '' };
      // A callout that begins with a list or a table has no empty paragraph above it.
      if (first.content.trim() === '') state.tokens.splice(at + 1, 3);
      let depth = 0;
      for (const token of state.tokens.slice(at)) {
        if (token.type === 'blockquote_open') depth++;
        if (token.type === 'blockquote_close' && --depth === 0) {
          token.tag = 'aside';
          break;
        }
      }
    });
  });
  const plain = markdown.renderer.rules['blockquote_open'];
  markdown.renderer.rules['blockquote_open'] = (tokens, at, options, env, self) => {
    const token = tokens[at];
    const open = plain ? plain(tokens, at, options, env, self) : self.renderToken(tokens, at, options);
    const title = (token?.meta as { title?: string } | null)?.title;
    return title ? `${open}<p class="callout-title">${markdown.utils.escapeHtml(title)}</p>\n` : open;
  };
}

import type { MarkdownIt, Token } from 'markdown-it';
import { helpFileId } from './help-file.ts';

/** A picture as a page shows it. */
export interface ShownPicture {
  readonly address: string;
  /** Pixels; a page keeps as much room, so that nothing jumps. */
  readonly width: number | null;
  readonly height: number | null;
}

interface PictureProblem {
  readonly kind: 'picture' | 'alt';
  /** The address that is written. */
  readonly what: string;
}

interface Env {
  pictureOf?: (src: string) => ShownPicture | undefined;
  asWritten?: true;
  problems?: PictureProblem[];
}

/** Pictures of ours are shown; one from elsewhere is a link to it, since pages load nothing from others; one that is not there is its words. */
export function pictureRule(markdown: MarkdownIt): void {
  markdown.core.ruler.push('pictures', (state) => {
    const env = state.env as unknown as Env;
    const { pictureOf, problems = [] } = env;
    if (env.asWritten || !pictureOf) return;
    const word = (content: string) => Object.assign(new state.Token('text', '', 0), { content });
    for (const block of state.tokens) {
      let links = 0;
      block.children = (block.children ?? []).flatMap((token): Token[] => {
        links += token.type === 'link_open' ? 1 : token.type === 'link_close' ? -1 : 0;
        if (token.type !== 'image') return [token];
        const src = String(token.attrGet('src') ?? '');
        const alt = altOf(token);
        const shown = pictureOf(src);
        if (shown) {
          if (alt.trim() === '') problems.push({ kind: 'alt', what: src });
          token.attrSet('src', shown.address);
          if (shown.width && shown.height) {
            token.attrSet('width', String(shown.width));
            token.attrSet('height', String(shown.height));
          }
          token.attrSet('loading', 'lazy');
          token.attrSet('decoding', 'async');
          return [token];
        }
        if (!/^https?:/i.test(src) || helpFileId(src)) {
          problems.push({ kind: 'picture', what: src });
          return [word(alt)];
        }
        if (links > 0) return [word(alt)];
        const open = new state.Token('link_open', 'a', 1);
        open.attrSet('href', src);
        open.attrSet('rel', 'noopener nofollow');
        return [open, word(alt || src), new state.Token('link_close', 'a', -1)];
      });
    }
  });
}

/** What a picture says in words. */
export const altOf = (token: Token): string =>
  (token.children ?? []).map((it) => (it.type === 'softbreak' ? ' ' : it.content)).join('');

import type { Token } from 'markdown-it';
import { altOf } from '../picture-rule.ts';
import type { Inline, Mark } from './article-document.ts';

const plainMarks = { strong: 'bold', em: 'italic', s: 'strike' } as const;

/** What the pieces of a paragraph say; null where there is one that an editor has nothing for. A line that ends only in the source is a space. */
export function readInline(tokens: readonly Token[]): Inline[] | null {
  const read: Inline[] = [];
  const marks: Mark[] = [];
  const put = (piece: Inline) => read.push(marks.length > 0 ? { ...piece, marks: [...marks] } : piece);
  for (const token of tokens) {
    const [, name = '', way] = /^(.*)_(open|close)$/.exec(token.type) ?? [];
    if (way === 'close') marks.pop();
    else if (way === 'open') {
      if (name === 'link') {
        const title = token.attrGet('title');
        marks.push({
          type: 'link',
          attrs: {
            href: String(token.attrGet('href') ?? ''),
            title: title === null ? null : String(title),
          },
        });
      } else if (name === 'strong' || name === 'em' || name === 's') marks.push({ type: plainMarks[name] });
      else return null;
    } else if (token.type === 'text' || token.type === 'text_special') {
      if (token.content !== '') put({ type: 'text', text: token.content });
    } else if (token.type === 'softbreak') put({ type: 'text', text: ' ' });
    else if (token.type === 'hardbreak') put({ type: 'hardBreak' });
    else if (token.type === 'code_inline')
      read.push({ type: 'text', text: token.content, marks: [...marks, { type: 'code' }] });
    else if (token.type === 'fact') put({ type: 'fact', attrs: { name: factName(token) } });
    else if (token.type === 'image') put(readImage(token));
    else return null;
  }
  return read;
}

const factName = (token: Token): string => (token.meta as { name?: string } | null)?.name ?? '';

function readImage(token: Token): Inline {
  const title = token.attrGet('title');
  return {
    type: 'image',
    attrs: {
      src: String(token.attrGet('src') ?? ''),
      alt: altOf(token),
      title: title === null ? null : String(title),
    },
  };
}

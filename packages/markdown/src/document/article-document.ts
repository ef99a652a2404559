import type { AlertKind } from '../markdown.ts';

/** The kinds of callouts, the mildest first. */
export const alertKinds: readonly AlertKind[] = ['note', 'tip', 'important', 'warning', 'caution'];

/** How a stretch of text is set. Those of a text stand from the outside to the inside. */
export type Mark =
  | { readonly type: 'bold' | 'italic' | 'strike' | 'code' }
  | { readonly type: 'link'; readonly attrs: { readonly href: string; readonly title: string | null } };

interface Marked {
  readonly marks?: readonly Mark[];
}

/** What stands within a paragraph, a heading or a cell. */
export type Inline = Marked &
  (
    | { readonly type: 'text'; readonly text: string }
    | { readonly type: 'hardBreak' }
    | { readonly type: 'fact'; readonly attrs: { readonly name: string } }
    | {
        readonly type: 'image';
        readonly attrs: { readonly src: string; readonly alt: string; readonly title: string | null };
      }
  );

export interface Paragraph {
  readonly type: 'paragraph';
  readonly content?: readonly Inline[];
}

export interface ListItem {
  readonly type: 'listItem';
  /** A paragraph first, which may be empty. */
  readonly content: readonly Block[];
}

export type Alignment = 'left' | 'center' | 'right' | null;

export interface Cell {
  readonly type: 'tableHeader' | 'tableCell';
  /** Of the column; that of its first cell counts. */
  readonly attrs?: { readonly align?: Alignment; readonly colspan?: number };
  readonly content: readonly [Paragraph];
}

export interface Row {
  readonly type: 'tableRow';
  readonly content: readonly Cell[];
}

/** What an article is made of. `raw` is Markdown that nothing else here can say: it is kept as it is written. */
export type Block =
  | Paragraph
  | {
      readonly type: 'heading';
      readonly attrs: { readonly level: number };
      readonly content?: readonly Inline[];
    }
  | { readonly type: 'bulletList'; readonly attrs: List; readonly content: readonly ListItem[] }
  | {
      readonly type: 'orderedList';
      readonly attrs: List & { readonly start: number };
      readonly content: readonly ListItem[];
    }
  | { readonly type: 'blockquote'; readonly content: readonly Block[] }
  | {
      readonly type: 'callout';
      readonly attrs: { readonly kind: AlertKind };
      readonly content: readonly Block[];
    }
  | {
      readonly type: 'codeBlock';
      readonly attrs: { readonly language: string | null };
      readonly content?: ReadonlyArray<{ readonly type: 'text'; readonly text: string }>;
    }
  | { readonly type: 'horizontalRule' }
  | { readonly type: 'table'; readonly content: readonly Row[] }
  | { readonly type: 'raw'; readonly attrs: { readonly source: string } };

interface List {
  /** Whether entries stand close together, without the space of paragraphs. */
  readonly tight: boolean;
}

/** An article's text as an editor holds it. */
export interface ArticleDocument {
  readonly type: 'doc';
  readonly content: readonly Block[];
}

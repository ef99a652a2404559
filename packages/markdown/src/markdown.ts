import MarkdownIt, { type Env as ParserEnv, type Token } from 'markdown-it';
import { alerts } from './alerts.ts';
import { factRule } from './fact-rule.ts';
import { altOf, pictureRule, type ShownPicture } from './picture-rule.ts';

/** What a text needs to know of the world it is shown in. */
export interface Surroundings {
  /** The page of an article, by `category/slug` or `slug`; undefined where there is none that the reader may see. */
  readonly pageOf: (path: string) => string | undefined;
  /** A live fact in the reader's words; undefined where there is none of that name. */
  readonly fact: (name: string) => string | undefined;
  /** A picture by the address that is written; undefined where it is none of ours, or is not there. */
  readonly pictureOf: (src: string) => ShownPicture | undefined;
  /** The words that stand above each kind of callout. */
  readonly alertTitles: Readonly<Record<AlertKind, string>>;
}

export type AlertKind = 'note' | 'tip' | 'important' | 'warning' | 'caution';

export interface Rendered {
  /** Safe to put into a page: there is no HTML in our Markdown but what this makes. */
  readonly html: string;
  /** The sections, in order. */
  readonly sections: ReadonlyArray<{ readonly id: string; readonly text: string; readonly level: 2 | 3 }>;
  /** The names of the live facts that it shows. */
  readonly facts: readonly string[];
  readonly problems: ReadonlyArray<{ readonly kind: ProblemKind; readonly what: string }>;
}

/** A fact, an article or a picture that is not there, or a picture that says nothing in words. */
type ProblemKind = 'fact' | 'link' | 'picture' | 'alt';

interface Env extends Partial<Surroundings> {
  problems: Array<{ kind: ProblemKind; what: string }>;
  sections: Array<{ id: string; text: string; level: 2 | 3 }>;
  facts: string[];
  /** Links keep the targets that they are written with. */
  asWritten?: true;
  references?: References;
}

type References = NonNullable<ParserEnv['references']>;

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
markdown.validateLink = isAllowedAddress;
markdown.use(alerts);
markdown.use(factRule);

markdown.core.ruler.push('sections', (state) => {
  const env = state.env as unknown as Env;
  const used = new Set<string>();
  /** Which number the next section of that name gets: a text may be of thousands that are called the same. */
  const next = new Map<string, number>();
  state.tokens.forEach((token, at) => {
    if (token.type !== 'heading_open') return;
    // The title is the page's first heading: those of the text begin below it.
    const level = token.tag === 'h1' || token.tag === 'h2' ? 2 : 3;
    token.tag = `h${level}`;
    const close = nextOf(state.tokens, at, 'heading_close');
    if (close) close.tag = token.tag;
    const text = plainOf(state.tokens[at + 1]?.children ?? []);
    const base =
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '-')
        .replace(/^-|-$/g, '') || 'section';
    let id = base;
    let n = next.get(base) ?? 2;
    while (used.has(id)) id = `${base}-${n++}`;
    next.set(base, n);
    used.add(id);
    token.attrSet('id', id);
    env.sections?.push({ id, text, level });
  });
});

markdown.core.ruler.push('links', (state) => {
  const env = state.env as unknown as Env;
  if (env.asWritten) return;
  for (const block of state.tokens) {
    const inline = block.children ?? [];
    inline.forEach((token, at) => {
      if (token.type !== 'link_open') return;
      const target = String(token.attrGet('href') ?? '');
      const article = articlePath(target);
      if (article) {
        const page = env.pageOf?.(article);
        if (page) token.attrSet('href', page);
        else {
          env.problems?.push({ kind: 'link', what: target });
          token.hidden = true;
          const close = nextOf(inline, at, 'link_close');
          if (close) close.hidden = true;
        }
      } else if (/^https?:/i.test(target)) {
        token.attrSet('rel', 'noopener nofollow');
        if (isVideo(target)) token.attrJoin('class', 'video');
      }
    });
  }
});

markdown.use(pictureRule);

const table = markdown.renderer.rules.table_open;
markdown.renderer.rules['table_open'] = (tokens, at, options, env, self) =>
  `<div class="table" tabindex="0" role="group">${table ? table(tokens, at, options, env, self) : self.renderToken(tokens, at, options)}`;
markdown.renderer.rules['table_close'] = (tokens, at, options, _env, self) =>
  `${self.renderToken(tokens, at, options)}</div>`;

/** The first token of a type from a place on. */
function nextOf(tokens: readonly Token[], from: number, type: string): Token | undefined {
  let at = from;
  while (at < tokens.length && tokens[at]?.type !== type) at++;
  return tokens[at];
}

const isVideo = (url: string): boolean =>
  /^https?:\/\/(?:www\.)?(?:youtube\.com|youtu\.be|vimeo\.com|bilibili\.com)\/|\.(?:mp4|webm)$/i.test(url);

/** `category/slug` or `slug` where a link leads to another article, as in a folder of Markdown files; else undefined. */
export function articlePath(target: string): string | undefined {
  const found = /^(?:\.\.\/){1,2}((?:[a-z0-9-]+\/)?[a-z0-9-]+)\/?(?:#.*)?$/.exec(target);
  return found?.[1];
}

function plainOf(tokens: readonly Token[]): string {
  return tokens
    .map((it) => {
      if (it.type === 'image') return altOf(it);
      return it.type === 'text' || it.type === 'code_inline' ? it.content : '';
    })
    .join('');
}

/** Whether links and pictures may have it: what leads somewhere by itself, addresses of the web and of mail, and places of our own. */
export function isAllowedAddress(url: string): boolean {
  return /^(https?:\/\/|mailto:|\/(?!\/)|\.{1,2}\/|#)/i.test(url.trim());
}

/** What a text consists of, links with the targets that are written and every live fact taken for one that there is. `references` are what the text around it defines. */
export function parseMarkdown(text: string, references: References = {}): ParsedMarkdown {
  const env: Env = {
    problems: [],
    sections: [],
    facts: [],
    asWritten: true,
    fact: (name) => name,
    references: { ...references },
  };
  return { tokens: markdown.parse(text, env as never), references: env.references ?? {} };
}

export interface ParsedMarkdown {
  readonly tokens: Token[];
  readonly references: References;
}

/** An article's text as readers see it. Never throws: whatever it is, it is shown as text at worst. */
export function renderMarkdown(text: string, surroundings: Surroundings): Rendered {
  const env: Env = { ...surroundings, problems: [], sections: [], facts: [] };
  const html = markdown.render(text, env as never);
  return { html, sections: env.sections, facts: env.facts, problems: env.problems };
}

/** The pictures of a text, with what each says in words. */
export function picturesIn(text: string): Array<{ src: string; alt: string }> {
  return parseMarkdown(text).tokens.flatMap((block) =>
    (block.children ?? [])
      .filter((it) => it.type === 'image')
      .map((it) => ({ src: String(it.attrGet('src') ?? ''), alt: altOf(it) })),
  );
}

/** What a text says without its form: headings, and everything else, pictures by their words. For search and counts. */
export function plainText(text: string): { headings: string[]; body: string } {
  const headings: string[] = [];
  const body: string[] = [];
  const env: Env = { problems: [], sections: [], facts: [], fact: () => '' };
  let inHeading = false;
  for (const token of markdown.parse(text, env as never)) {
    if (token.type === 'heading_open') inHeading = true;
    else if (token.type === 'heading_close') inHeading = false;
    else if (token.type === 'inline') (inHeading ? headings : body).push(plainOf(token.children ?? []));
    else if (token.type === 'fence' || token.type === 'code_block') body.push(token.content);
  }
  return { headings, body: body.filter((it) => it.trim()).join('\n') };
}

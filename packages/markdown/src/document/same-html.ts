import { renderMarkdown, type Surroundings } from '../markdown.ts';
import { alertKinds } from './article-document.ts';

/** Where every article, fact and picture is there, so that nothing of them is lost from sight. */
const everything: Surroundings = {
  pageOf: (path) => `/${path}`,
  fact: (name) => name,
  pictureOf: (address) => ({ address, width: null, height: null }),
  alertTitles: Object.fromEntries(alertKinds.map((it) => [it, it])) as Surroundings['alertTitles'],
};

/** Whether readers see the same of two texts. A line that ends only in the source is a space to them, and it does not matter whether what is bold is a link or a link is bold. */
export function looksSame(a: string, b: string): boolean {
  return seen(renderMarkdown(a, everything).html) === seen(renderMarkdown(b, everything).html);
}

/** HTML in which only what readers can see differs. */
function seen(html: string): string {
  return html
    .split(/(<pre>[\s\S]*?<\/pre>)/)
    .map((part, at) =>
      at % 2 === 1 ? part : part.replace(/\s+/g, (run) => (run.includes('\n') ? ' ' : run)),
    )
    .join('')
    .replace(/(?:<(?:em|strong|s|a [^>]*)>){2,}|(?:<\/(?:em|strong|s|a)>){2,}/g, sorted);
}

const sorted = (tags: string): string => (tags.match(/<[^>]*>/g) ?? []).toSorted().join('');

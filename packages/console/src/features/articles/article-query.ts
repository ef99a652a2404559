/** What stands between a `#` and the caret: which article the agent is looking for. */
export interface ArticleQuery {
  readonly start: number;
  readonly text: string;
}

/**
 * An article is asked for by a `#` that begins a word; a number after it is that of a ticket. Chinese, Japanese and Korean are written without
 * spaces.
 */
const pattern =
  /(?:^|[\s\p{P}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}])#(?!\d)(\S{0,30}(?: \S{0,20}){0,3})$/u;

/** The article that is being looked for at the caret, or null. */
export function articleQuery(text: string, caret: number): ArticleQuery | null {
  const query = pattern.exec(text.slice(0, caret))?.[1];
  return query === undefined ? null : { start: caret - query.length - 1, text: query };
}

/** The text with the article's title and address in the place of the query, and where the caret goes. */
export function withArticle(
  text: string,
  query: ArticleQuery,
  { title, address }: { title: string; address: string },
): [string, number] {
  const written = `${title} ${address} `;
  const rest = text.slice(query.start + 1 + query.text.length).replace(/^ /, '');
  return [text.slice(0, query.start) + written + rest, query.start + written.length];
}

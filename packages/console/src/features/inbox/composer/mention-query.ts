/** What stands between an `@` and the caret: whom the agent is looking for. */
export interface MentionQuery {
  readonly start: number;
  readonly text: string;
}

/**
 * Before an `@` that mentions stands nothing that an e-mail address is written with. Chinese, Japanese and Korean are written without
 * spaces, and addresses are not written in them.
 */
const pattern =
  /(?:^|[^\p{L}\p{N}._%+-]|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}])@(\S{0,30}(?: \S{0,20})?)$/u;

/** The mention that is being written at the caret, or null. A name may have a space, so up to two words count. */
export function mentionQuery(text: string, caret: number): MentionQuery | null {
  const match = pattern.exec(text.slice(0, caret));
  const query = match?.[1];
  return query === undefined ? null : { start: caret - query.length - 1, text: query };
}

/** The text with the mention written out, and where the caret goes. */
export function withMention(
  text: string,
  query: MentionQuery,
  caret: number,
  name: string,
): [string, number] {
  const written = `@${name} `;
  return [
    text.slice(0, query.start) + written + text.slice(caret).replace(/^ /, ''),
    query.start + written.length,
  ];
}

/** Nothing runs in a letter, nothing leaves it, and pictures are those that are handed to it. */
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/** A letter as a page of its own, and how many of its pictures stay out. */
export interface LetterDocument {
  readonly page: string;
  readonly blocked: number;
}

/**
 * The page of a letter from its sanitised HTML, which is well-formed, its attributes in double quotes. Pictures that came along are put in
 * from `inline` (data addresses by content id), those from elsewhere from `remote` (by their addresses as they stand there), and a link that says one host and leads to another says where it leads.
 */
export function letterDocument(
  html: string,
  inline: ReadonlyMap<string, string>,
  remote: ReadonlyMap<string, string> = new Map(),
): LetterDocument {
  let blocked = 0;
  const body = html
    .replace(/(<img\b[^>]*?) src="([^"]*)"/gi, (_, before: string, source: string) => {
      const address = inline.get(/^cid:(.+)$/i.exec(source)?.[1] ?? '');
      return address?.startsWith('data:image/') ? `${before} src="${address}"` : before;
    })
    .replace(/ data-remote-src="([^"]*)"/gi, (kept, source: string) => {
      const address = remote.get(source);
      if (address?.startsWith('data:image/')) return ` src="${address}"`;
      blocked++;
      return kept;
    })
    .replace(/(<a\b[^>]*\bhref="(https?:[^"]*)"[^>]*>)(.*?)<\/a>/gis, nameHost);
  const head = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><style>${style}</style>`;
  return { page: `<!doctype html><html><head>${head}</head><body>${body}</body></html>`, blocked };
}

const style =
  'body{margin:12px;font:14px/1.5 system-ui,sans-serif;color:#111;background:#fff;overflow-wrap:anywhere}img{max-width:100%;height:auto}';

function nameHost(link: string, opening: string, href: string, words: string): string {
  const host = URL.parse(href)?.host;
  if (host === undefined || words.includes(host)) return link;
  return `${opening}${words} <small>[${host.replace(/[<>&"]/g, '')}]</small></a>`;
}

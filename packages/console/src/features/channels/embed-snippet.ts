/** The script tag with which a page of the exchange shows the chat of an inbox. */
export function embedSnippet(origin: string, inboxKey: string): string {
  return `<script async src="${origin}/widget/loader.js" data-inbox="${inboxKey}"></script>`;
}

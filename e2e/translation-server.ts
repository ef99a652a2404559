import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that speaks LibreTranslate's API and knows a few sentences. What it does not know it says as it was. */
export interface TranslationDesk {
  readonly url: string;
  /** All that it was given to read. */
  readonly read: string[];
  stop(): Promise<void>;
}

/** `sentences`: by what a text begins with, its translation; `[P1]` and so on are the marks of what must stay. */
export async function startTranslationDesk(
  sentences: ReadonlyArray<readonly [string, string]>,
): Promise<TranslationDesk> {
  const read: string[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      let body = '';
      for await (const part of request) body += String(part);
      const { q } = JSON.parse(body) as { q: string[] };
      read.push(...q);
      const translatedText = q.map((text) => sentences.find(([it]) => text.startsWith(it))?.[1] ?? text);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ translatedText }));
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    read,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

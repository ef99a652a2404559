import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterFile } from '../../testing/after-file.ts';

/** What the provider does when it is asked. */
export type Reply =
  /** Answers each text by this. */
  | { readonly kind: 'says'; readonly say: (text: string) => string }
  | { readonly kind: 'status'; readonly status: number }
  /** Success by its status, and nothing that can be read. */
  | { readonly kind: 'garbage' }
  /** Fewer texts than were asked for. */
  | { readonly kind: 'fewer' }
  /** Takes the request and is silent. */
  | { readonly kind: 'silent' };

interface AskedTranslation {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Record<string, unknown>;
  readonly texts: readonly string[];
}

/** A server on loopback that speaks the APIs of LibreTranslate, DeepL and OpenAI's chat completions. */
export interface TranslationServer {
  readonly url: string;
  readonly asked: AskedTranslation[];
  /** What it does from now on. */
  behave(reply: Reply): void;
}

export async function startTranslationServer(): Promise<TranslationServer> {
  const asked: AskedTranslation[] = [];
  let reply: Reply = { kind: 'garbage' };
  const server = createServer((request, response) => {
    void read(request).then((body) => {
      const path = request.url ?? '';
      const texts = textsOf(path, body);
      asked.push({ path, headers: request.headers, body, texts });
      answer(reply, path, texts, response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterFile(async () => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    behave(next) {
      reply = next;
    },
  };
}

function answer(reply: Reply, path: string, texts: readonly string[], response: ServerResponse): void {
  if (reply.kind === 'silent') return;
  if (reply.kind === 'status') {
    response.writeHead(reply.status, { 'content-type': 'application/json' }).end('{"message":"no"}');
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json' });
  if (reply.kind === 'garbage') {
    response.end('{"what":');
    return;
  }
  const said = reply.kind === 'fewer' ? [] : texts.map(reply.say);
  response.end(JSON.stringify(wireOf(path, said)));
}

/** As each of the three answers. */
function wireOf(path: string, texts: readonly string[]): object {
  if (path.endsWith('/v2/translate'))
    return { translations: texts.map((text) => ({ detected_source_language: 'EN', text })) };
  if (path.endsWith('/translate')) return { translatedText: texts };
  const content = `\`\`\`json\n${JSON.stringify({ texts })}\n\`\`\``;
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: 'small',
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 10, completion_tokens: 10, total_tokens: 20 },
  };
}

function textsOf(path: string, body: Record<string, unknown>): string[] {
  if (path.endsWith('/v2/translate')) return body.text as string[];
  if (path.endsWith('/translate')) return body.q as string[];
  const messages = body.messages as Array<{ role: string; content: string }>;
  const data = messages.findLast((it) => it.role === 'user')?.content ?? '{"texts":[]}';
  return (JSON.parse(data) as { texts: string[] }).texts;
}

async function read(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const part of request) text += String(part);
  return JSON.parse(text) as Record<string, unknown>;
}

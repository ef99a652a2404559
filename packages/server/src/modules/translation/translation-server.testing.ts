import { randomUUID } from 'node:crypto';
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
  /** The glossaries that it keeps, by their ids: for each pair such as `en vi` its lines. */
  readonly glossaries: Map<string, Map<string, string>>;
  /** What it does from now on. */
  behave(reply: Reply): void;
}

export async function startTranslationServer(): Promise<TranslationServer> {
  const asked: AskedTranslation[] = [];
  const glossaries = new Map<string, Map<string, string>>();
  let reply: Reply = { kind: 'garbage' };
  const server = createServer((request, response) => {
    void read(request).then((body) => {
      const path = request.url ?? '';
      if (path.startsWith('/v3/glossaries')) {
        asked.push({ path, headers: request.headers, body, texts: [] });
        keepGlossary(glossaries, reply, `${request.method} ${path}`, body, response);
        return;
      }
      const texts = textsOf(path, body);
      asked.push({ path, headers: request.headers, body, texts });
      // It does not translate by a glossary that it does not keep for these languages.
      const id = body.glossary_id;
      const pair = `${String(body.source_lang).toLowerCase()} ${String(body.target_lang).toLowerCase().split('-')[0]}`;
      if (typeof id === 'string' && !glossaries.get(id)?.has(pair)) {
        response
          .writeHead(404, { 'content-type': 'application/json' })
          .end('{"message":"Glossary not found"}');
        return;
      }
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
    glossaries,
    behave(next) {
      reply = next;
    },
  };
}

/** DeepL's glossaries, version 3: made, added to, taken away. */
function keepGlossary(
  glossaries: TranslationServer['glossaries'],
  reply: Reply,
  what: string,
  body: Record<string, unknown>,
  response: ServerResponse,
): void {
  const say = (status: number, said?: object) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(said && JSON.stringify(said));
  if (reply.kind === 'status') return void say(reply.status, { message: 'no' });
  const put = (kept: Map<string, string>, { source_lang, target_lang, entries }: Dictionary) =>
    kept.set(`${source_lang} ${target_lang}`, entries);
  const [, id = '', dictionaries] = /^\w+ \/v3\/glossaries(?:\/([^/]+)(\/dictionaries)?)?$/.exec(what) ?? [];
  const kept = glossaries.get(id);
  if (what === 'POST /v3/glossaries') {
    const made = randomUUID();
    const holds = new Map<string, string>();
    for (const it of body.dictionaries as Dictionary[]) put(holds, it);
    glossaries.set(made, holds);
    say(201, {
      glossary_id: made,
      name: body.name,
      dictionaries: [],
      creation_time: new Date(0).toISOString(),
    });
  } else if (!kept) say(404, { message: 'Glossary not found' });
  else if (what.startsWith('PUT') && dictionaries) {
    put(kept, body as unknown as Dictionary);
    say(200, { source_lang: body.source_lang, target_lang: body.target_lang, entry_count: 1 });
  } else if (what.startsWith('DELETE') && !dictionaries) {
    glossaries.delete(id);
    say(204);
  } else say(405, { message: 'no' });
}

interface Dictionary {
  readonly source_lang: string;
  readonly target_lang: string;
  readonly entries: string;
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
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

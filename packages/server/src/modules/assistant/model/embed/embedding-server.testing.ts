import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readUtterances } from '@fairlead/understanding';
import { afterFile } from '../../../../testing/after-file.ts';

/** How the server of embeddings behaves. */
export type Behaviour =
  /** By what a text is about; `reversed`: in the other order, numbered. */
  | { readonly kind: 'knows' | 'reversed' }
  /** By its letters alone: what has nothing to do with its matter. */
  | { readonly kind: 'knows_nothing' }
  /** As many dimensions, once it has told of so many texts. */
  | { readonly kind: 'fewer' | 'not_a_number' | 'garbage' | 'silent' | 'huge' }
  | { readonly kind: 'dimensions'; readonly dimensions: number }
  | { readonly kind: 'status'; readonly status: number };

interface AskedEmbeddings {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly model: string;
  readonly input: readonly string[];
}

/** A server on loopback that speaks OpenAI's `POST /embeddings`. */
export interface EmbeddingServer {
  readonly url: string;
  readonly asked: AskedEmbeddings[];
  behave(behaviour: Behaviour): void;
  /** From here on it takes texts that match for this matter. */
  teach(matter: string, pattern: RegExp): void;
}

const usual = 64;

export async function startEmbeddingServer(): Promise<EmbeddingServer> {
  const asked: AskedEmbeddings[] = [];
  const matters = new Map(readUtterances().map(({ text, label }) => [text, label]));
  const taught: Array<{ matter: string; pattern: RegExp }> = [];
  let behaviour: Behaviour = { kind: 'knows' };
  const matterOf = (text: string) =>
    taught.find((it) => it.pattern.test(text))?.matter ?? matters.get(text) ?? text;
  const server = createServer((request, response) => {
    void read(request).then(({ model, input }) => {
      const { url: path = '', headers } = request;
      asked.push({ path, authorization: headers.authorization, model, input });
      const { kind } = behaviour;
      if (kind === 'silent') return;
      if (behaviour.kind === 'status') {
        response.writeHead(behaviour.status, { 'content-type': 'application/json' }).end('{"error":{}}');
        return;
      }
      response.writeHead(200, { 'content-type': 'application/json' });
      if (kind === 'garbage') {
        response.end('<html>');
        return;
      }
      if (kind === 'huge') {
        response.end(`{"data":[${'0,'.repeat(3_000_000)}0]}`);
        return;
      }
      const dimensions = behaviour.kind === 'dimensions' ? behaviour.dimensions : usual;
      const data = input.map((text, index) => ({
        object: 'embedding',
        index,
        embedding: vectorOf(kind === 'knows_nothing' ? text : matterOf(text), text, dimensions),
      }));
      const given = kind === 'fewer' ? data.slice(1) : kind === 'reversed' ? data.toReversed() : data;
      const usage = { prompt_tokens: input.length * 10, total_tokens: input.length * 10 };
      const answer = JSON.stringify({ object: 'list', data: given, model, usage });
      response.end(
        kind === 'not_a_number' ? answer.replace(/"embedding":\[[^,]+/, '"embedding":[NaN') : answer,
      );
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterFile(async () => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    behave(next) {
      behaviour = next;
    },
    teach: (matter, pattern) => taught.push({ matter, pattern }),
  };
}

/** Where a text of a matter lies: beside others of it, and all a little to one side, as they do in real models. */
function vectorOf(matter: string, text: string, dimensions: number): number[] {
  const [of, own] = [numbersOf(matter, dimensions), numbersOf(text, dimensions)];
  return of.map((it, at) => it + 0.4 * (own[at] ?? 0) + (at === 0 ? 3 : 0));
}

/** Numbers between -1 and 1 that a text always has. */
function numbersOf(text: string, many: number): number[] {
  const bytes = Array.from({ length: Math.ceil(many / 32) }, (_, part) => [
    ...createHash('sha256').update(`${part} ${text}`).digest(),
  ]).flat();
  return bytes.slice(0, many).map((it) => it / 127.5 - 1);
}

async function read(request: IncomingMessage): Promise<{ model: string; input: string[] }> {
  let text = '';
  for await (const part of request as AsyncIterable<Buffer>) text += part.toString('utf8');
  return JSON.parse(text) as { model: string; input: string[] };
}

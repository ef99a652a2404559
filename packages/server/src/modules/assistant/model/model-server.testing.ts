import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterFile } from '../../../testing/after-file.ts';

/** What the model does when it is asked. */
export type Reply =
  | { readonly kind: 'says'; readonly text: string }
  /** Says what becomes of what it was given to read. */
  | { readonly kind: 'reads'; readonly write: (data: GivenData, asked: AskedModel['body']) => string }
  /** Calls the tool. */
  | { readonly kind: 'looks'; readonly flow: string; readonly slots?: Record<string, string> }
  | { readonly kind: 'status'; readonly status: number }
  /** Success by its status, and nothing that can be read. */
  | { readonly kind: 'garbage' }
  /** Takes the request and is silent. */
  | { readonly kind: 'silent' }
  /** Begins and then is silent; goes away; or ends without saying so. */
  | { readonly kind: 'stalls' | 'breaks' | 'ends'; readonly text: string }
  /** Says it again and again. */
  | { readonly kind: 'never_ends'; readonly text: string };

/** What a prompt gives to read. */
export interface GivenData {
  readonly passages: ReadonlyArray<{ number: number; title: string; text: string }>;
  readonly before: ReadonlyArray<{ by: string; text: string }>;
  readonly question: string;
}

export interface AskedModel {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Record<string, unknown> & { messages: Array<{ role: string; content: unknown }> };
}

/** A server of language models on loopback that speaks OpenAI's chat completions and Anthropic's messages, streamed as they are. */
export interface ModelServer {
  /** Where its API begins. */
  readonly url: string;
  /** All that was asked. */
  readonly asked: AskedModel[];
  /** What it does next; the last goes on for whatever is asked after. */
  behave(...replies: Reply[]): void;
}

export async function startModelServer(): Promise<ModelServer> {
  const asked: AskedModel[] = [];
  let replies: Reply[] = [];
  const server = createServer((request, response) => {
    void read(request).then((body) => {
      asked.push({ path: request.url ?? '', headers: request.headers, body });
      const reply = replies.length > 1 ? replies.shift() : replies[0];
      const wire = request.url?.endsWith('/messages') ? anthropic(response) : openAi(response);
      if (reply?.kind === 'reads')
        answer({ kind: 'says', text: reply.write(dataOf(body), body) }, response, wire);
      else if (reply) answer(reply, response, wire);
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
    behave(...next) {
      replies = next;
    },
  };
}

/** How a protocol says things. */
interface Wire {
  begin(): void;
  text(text: string): void;
  call(name: string, input: object): void;
  end(because: 'stop' | 'tool'): void;
}

/** The data of what was asked. */
export function dataOf({ messages }: AskedModel['body']): GivenData {
  const content = messages.find((it) => it.role === 'user')?.content;
  const [first] = Array.isArray(content)
    ? (content as Array<{ text: string }>)
    : [{ text: content as string }];
  return JSON.parse(first?.text ?? '') as GivenData;
}

function answer(reply: Exclude<Reply, { kind: 'reads' }>, response: ServerResponse, wire: Wire): void {
  switch (reply.kind) {
    case 'status':
      response.writeHead(reply.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: { message: 'no', type: 'error' } }));
      return;
    case 'garbage':
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.end('data: {"choi\n\ndata: <html>\n\n');
      return;
    case 'silent':
      return;
    case 'looks':
      wire.begin();
      wire.call('look_into', { flow: reply.flow, slots: reply.slots ?? {} });
      wire.end('tool');
      return;
    case 'never_ends':
      wire.begin();
      goOn(reply.text, response, wire);
      return;
    default:
      wire.begin();
      for (const part of reply.text.match(/[\s\S]{1,9}/g) ?? []) wire.text(part);
      if (reply.kind === 'says') wire.end('stop');
      else if (reply.kind === 'ends') response.end();
      // What was said before is on its way first.
      else if (reply.kind === 'breaks') response.write('\n', () => response.destroy());
  }
}

function goOn(text: string, response: ServerResponse, wire: Wire): void {
  if (response.destroyed) return;
  wire.text(text);
  setImmediate(() => goOn(text, response, wire));
}

async function read(request: IncomingMessage): Promise<AskedModel['body']> {
  let text = '';
  for await (const part of request as AsyncIterable<Buffer>) text += part.toString('utf8');
  return JSON.parse(text) as AskedModel['body'];
}

function openAi(response: ServerResponse): Wire {
  const chunk = (delta: object, finish: string | null = null) => {
    const choices = [{ index: 0, delta, finish_reason: finish }];
    const whole = { id: 'c1', object: 'chat.completion.chunk', created: 1, model: 'm', choices };
    response.write(`data: ${JSON.stringify(whole)}\n\n`);
  };
  return {
    begin() {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      chunk({ role: 'assistant', content: '' });
    },
    text: (content) => chunk({ content }),
    call(name, input) {
      const calls = (more: object) => chunk({ tool_calls: [{ index: 0, ...more }] });
      calls({ id: 'call_1', type: 'function', function: { name, arguments: '' } });
      calls({ function: { arguments: JSON.stringify(input) } });
    },
    end(because) {
      chunk({}, because === 'stop' ? 'stop' : 'tool_calls');
      const usage = { prompt_tokens: 400, completion_tokens: 50, total_tokens: 450 };
      response.write(
        `data: ${JSON.stringify({ id: 'c1', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [], usage })}\n\n`,
      );
      response.end('data: [DONE]\n\n');
    },
  };
}

function anthropic(response: ServerResponse): Wire {
  const event = (type: string, rest: object) =>
    response.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...rest })}\n\n`);
  let open = false;
  const close = () => {
    if (open) event('content_block_stop', { index: 0 });
    open = false;
  };
  return {
    begin() {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      event('message_start', {
        message: {
          id: 'msg_1',
          type: 'message',
          role: 'assistant',
          model: 'm',
          content: [],
          stop_reason: null,
          stop_sequence: null,
          usage: { input_tokens: 400, output_tokens: 1 },
        },
      });
    },
    text(text) {
      if (!open) event('content_block_start', { index: 0, content_block: { type: 'text', text: '' } });
      open = true;
      event('content_block_delta', { index: 0, delta: { type: 'text_delta', text } });
    },
    call(name, input) {
      close();
      event('content_block_start', {
        index: 0,
        content_block: { type: 'tool_use', id: 'toolu_1', name, input: {} },
      });
      open = true;
      event('content_block_delta', {
        index: 0,
        delta: { type: 'input_json_delta', partial_json: JSON.stringify(input) },
      });
    },
    end(because) {
      close();
      const reason = because === 'stop' ? 'end_turn' : 'tool_use';
      event('message_delta', {
        delta: { stop_reason: reason, stop_sequence: null },
        usage: { output_tokens: 50 },
      });
      event('message_stop', {});
      response.end();
    },
  };
}

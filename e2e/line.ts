import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { pipeline } from 'node:stream';

/** A line between a browser and the server that can be as bad as real ones are. */
export interface Line {
  readonly url: string;
  /** How many WebSockets were asked for and refused. */
  readonly refusedSockets: number;
  /** From now on requests arrive but no answer comes back. It ends with the connections. */
  holdAnswers(): void;
  /** New connections are served as usual again. */
  mend(): void;
  close(): Promise<void>;
}

/** Opens a line to a server; with `sockets: 'refused'` it is one of the proxies that know no WebSocket. */
export async function openLine(target: string, sockets: 'passed' | 'refused' = 'passed'): Promise<Line> {
  const { hostname, port } = new URL(target);
  const answering = new Set<Duplex | IncomingMessage>();
  const browsers = new Set<Duplex>();
  let holding = false;
  let refused = 0;

  /** Lets what the server says through, unless the line holds it back. */
  function answer(from: Duplex | IncomingMessage, to: Duplex | ServerResponse) {
    answering.add(from);
    pipeline(from, to, () => {
      answering.delete(from);
      to.destroy();
    });
    if (holding) from.unpipe();
  }

  const server = createServer((asked, reply) => {
    const { method, url, headers } = asked;
    const onward = request({ host: hostname, port, method, path: url, headers }, (answered) => {
      reply.writeHead(answered.statusCode ?? 502, answered.rawHeaders);
      answer(answered, reply);
    });
    onward.on('error', () => reply.destroy());
    reply.on('close', () => onward.destroy());
    asked.pipe(onward);
  });
  server.on('connection', (browser) => {
    browsers.add(browser);
    browser.on('close', () => browsers.delete(browser));
  });
  server.on('upgrade', (asked: IncomingMessage, browser: Duplex, head: Buffer) => {
    browser.on('error', () => browser.destroy());
    if (sockets === 'refused') {
      refused++;
      browser.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
      return;
    }
    const onward = connect(Number(port), hostname, () => {
      const lines = [`${asked.method} ${asked.url} HTTP/1.1`];
      for (let i = 0; i < asked.rawHeaders.length; i += 2)
        lines.push(`${asked.rawHeaders[i]}: ${asked.rawHeaders[i + 1]}`);
      onward.write(`${lines.join('\r\n')}\r\n\r\n`);
      onward.write(head);
      browser.pipe(onward);
      answer(onward, browser);
    });
    onward.on('error', () => browser.destroy());
    onward.on('close', () => browser.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  return {
    url: `http://localhost:${typeof address === 'object' ? address?.port : 0}`,
    get refusedSockets() {
      return refused;
    },
    holdAnswers() {
      holding = true;
      for (const from of answering) from.unpipe();
    },
    mend() {
      holding = false;
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const browser of browsers) browser.destroy();
      await closed;
    },
  };
}

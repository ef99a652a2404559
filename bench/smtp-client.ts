import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';

/** Sends letters to a mail server on this machine over connections that are kept, as lean as it can be. */
export async function createMailer(port: number, connections: number) {
  const all = await Promise.all(Array.from({ length: connections }, () => openConnection(port)));
  const idle = [...all];
  return {
    /** Settles once the letter was answered 250; no more at once than there are connections. Its lines end with CRLF and none begins with a dot. */
    async send(from: string, to: string, letter: string): Promise<void> {
      const connection = idle.pop();
      if (!connection) throw new Error('more letters at once than connections');
      await connection.send(from, to, letter);
      idle.push(connection);
    },
    close: () => {
      for (const connection of all) connection.close();
    },
  };
}

async function openConnection(port: number) {
  const socket = connect(port, '127.0.0.1').setNoDelay();
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]();

  async function expect(code: string): Promise<void> {
    for (;;) {
      const { value: line, done } = await lines.next();
      if (done) throw new Error('the mail server closed the connection');
      if (!line.startsWith(code)) throw new Error(line);
      if (line[3] !== '-') return;
    }
  }
  async function say(line: string, code: string): Promise<void> {
    socket.write(`${line}\r\n`);
    await expect(code);
  }

  await once(socket, 'connect');
  await expect('220');
  await say('EHLO bench.example', '250');
  return {
    async send(from: string, to: string, letter: string): Promise<void> {
      await say(`MAIL FROM:<${from}>`, '250');
      await say(`RCPT TO:<${to}>`, '250');
      await say('DATA', '354');
      await say(`${letter}\r\n.`, '250');
    },
    close: () => socket.end(),
  };
}

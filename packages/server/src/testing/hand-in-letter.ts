import { createTransport } from 'nodemailer';

/** Hands a letter, byte by byte as it is, to a server that receives on that port of this machine. Settles once it was answered 250. */
export async function handInLetter(port: number, to: string, letter: string | Buffer): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  await transport.sendMail({ envelope: { from: 'postmaster@example.net', to }, raw: letter });
}

import { SMTPServer } from 'smtp-server';

// What the machine can do at best over SMTP: reads each letter to its end, and keeps nothing.
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  logger: false,
  onData(stream, _session, done) {
    stream.resume();
    stream.on('end', () => done());
  },
});
server.listen(Number(process.argv[2]), '127.0.0.1', () => process.send?.('ready'));

import { SMTPServer } from 'smtp-server';

// A mail server that takes so many letters in a second and asks whoever sends more to come back later. It keeps nothing but whom it was sent for.
const [, , port = '0', limit = '0'] = process.argv;
const perSecond = Number(limit);
const taken = new Map<string, number>();
let refused = 0;
let second = 0;
let inSecond = 0;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  logger: false,
  onRcptTo(_address, _session, done) {
    const now = Math.floor(performance.now() / 1000);
    if (now !== second) [second, inSecond] = [now, 0];
    if (inSecond >= perSecond) {
      refused++;
      return done(Object.assign(new Error('4.7.0 Too many letters, try again later'), { responseCode: 451 }));
    }
    inSecond++;
    done();
  },
  onData(stream, session, done) {
    stream.resume();
    stream.on('end', () => {
      for (const { address } of session.envelope.rcptTo) taken.set(address, (taken.get(address) ?? 0) + 1);
      done();
    });
  },
});
process.on('message', () => {
  const counts = [...taken.values()];
  process.send?.({ taken: counts.length, doubled: counts.filter((it) => it > 1).length, refused });
});
server.listen(Number(port), '127.0.0.1', () => process.send?.('ready'));

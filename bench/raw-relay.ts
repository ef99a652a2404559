import { type WebSocket, WebSocketServer } from 'ws';

// What the machine can do at best: passes each message on to the other socket of its pair, and keeps nothing.
const server = new WebSocketServer({
  host: '127.0.0.1',
  port: Number(process.argv[2]),
  perMessageDeflate: false,
});
let waiting: WebSocket | undefined;
server.on('connection', (socket) => {
  if (!waiting) {
    waiting = socket;
    return;
  }
  const other = waiting;
  waiting = undefined;
  other.on('message', (data) => socket.send(data.toString()));
  socket.on('message', (data) => other.send(data.toString()));
});
server.on('listening', () => process.send?.('ready'));

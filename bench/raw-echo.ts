import { createServer } from 'node:http';

// What the machine can do at best over HTTP: reads a JSON body, answers another one, and keeps nothing.
const server = createServer((request, response) => {
  let text = '';
  request.on('data', (part) => {
    text += part;
  });
  request.on('end', () => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ...JSON.parse(text), answered: true }));
  });
});
server.listen(Number(process.argv[2]), '127.0.0.1', () => process.send?.('ready'));

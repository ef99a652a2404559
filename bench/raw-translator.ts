import { createServer } from 'node:http';

// A translator that answers at once, in LibreTranslate's protocol: every text is the same sentence, with the marks that the text had.
const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (part: string) => {
    body += part;
  });
  request.on('end', () => {
    const { q } = JSON.parse(body) as { q: string | string[] };
    const translatedText = [q].flat().map((text) => {
      const marks = text.match(/\[P\d+\]/g) ?? [];
      return `I deposited ${marks.join(' and ')} an hour ago and it has not arrived in my account yet.`;
    });
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ translatedText }));
  });
});
server.listen(Number(process.argv[2]), '127.0.0.1', () => process.send?.('ready'));

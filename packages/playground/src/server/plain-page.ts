import type { FastifyInstance, FastifyRequest } from 'fastify';

/**
 * A host page at its worst: it resets and shouts over every element, hides buttons, and allows no script but the
 * chat's loader and no frame but the chat's. If the chat looks and works here as elsewhere, it is isolated.
 */
const hostileStyles = `
* { all: unset; }
*, *::before, *::after { font: 700 41px/1.7 fantasy; color: #7a1e1e; letter-spacing: 0.2em; text-transform: uppercase; }
html, body, p, h1, div, main { display: block; }
head, head * { display: none !important; }
html { background: #f7f0d0; }
body { padding: 24px; transform: translateX(0); overflow-x: hidden; }
button, [role="button"] { display: none !important; }
iframe { max-width: 120px; opacity: 0.3; border: 9px dashed red; }
div { position: relative; z-index: 2147483000; margin: 33px; float: right; }
svg, img { width: 300px; height: 9px; fill: red; }
`;

/** Serves `/plain`, a bare page that embeds the chat of an inbox, and its style sheet. */
export function registerPlainPage(app: FastifyInstance, inboxKey: string): void {
  app.get('/plain.css', async (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'no-cache').send(hostileStyles),
  );

  app.get('/plain', async (request, reply) =>
    reply
      .header('content-security-policy', policyFor(originOf(request)))
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(plainPage(inboxKey)),
  );
}

function policyFor(origin: string): string {
  return [
    "default-src 'none'",
    `script-src ${origin}/widget/loader.js`,
    `frame-src ${origin}/widget/`,
    `style-src ${origin}/playground/plain.css`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** A policy names paths only together with a host; one that could smuggle in a directive is not taken. */
function originOf(request: FastifyRequest): string {
  const host = /^[\w.-]+(?::\d{1,5})?$|^\[[\da-f:]+\](?::\d{1,5})?$/i.test(request.host)
    ? request.host
    : 'localhost';
  return `${request.protocol}://${host}`;
}

function plainPage(inboxKey: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>Plain host page</title>
    <link rel="stylesheet" href="/playground/plain.css">
    <script async src="/widget/loader.js" data-inbox="${escapeAttribute(inboxKey)}"></script>
  </head>
  <body>
    <main>
      <h1>Plain host page</h1>
      <p>Simulated data. Everything on this page is styled to get in the way of the chat.</p>
      <button type="button">Hidden by the page</button>
    </main>
  </body>
</html>
`;
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { demoPhrases, languageIn, openPhraseBook } from './phrase-book.ts';
import { type BookLanguage, bookLanguages, type Phrase } from './phrases/phrase.ts';

/** The key that the simulated service asks for; it opens nothing else. */
export const simulatedTranslatorKey = 'simulated-translator-key';

/** Characters that one request may hold. */
const charLimit = 20_000;

interface Asked {
  readonly q: string | readonly string[];
  readonly source: string;
  readonly target: string;
  readonly format: string;
}

/** What the service refuses, in the words of LibreTranslate. */
class Refusal extends Error {
  readonly status: 400 | 403;
  constructor(status: 400 | 403, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * A translation service in the protocol of LibreTranslate (https://docs.libretranslate.com): `POST /translate`, `POST /detect`, `GET /languages`, with its errors. It is a simulation: it knows
 * the phrases of a book, says what it does not know as it was, as a machine does with what it cannot read, and understands nothing. With the key `null` it asks for none.
 */
export function registerTranslator(
  app: FastifyInstance,
  {
    key = simulatedTranslatorKey,
    phrases = demoPhrases,
  }: { key?: string | null; phrases?: readonly Phrase[] } = {},
): void {
  const book = openPhraseBook(phrases);
  const codes = Object.keys(bookLanguages);
  void app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    scope.setErrorHandler((error, _request, reply) => {
      if (error instanceof Refusal) return reply.code(error.status).send({ error: error.message });
      const status = (error as { statusCode?: number }).statusCode ?? 500;
      return reply
        .code(status < 500 ? 400 : 500)
        .send({ error: status < 500 ? 'Invalid request' : 'Translation error' });
    });

    scope.get('/languages', async () =>
      Object.entries(bookLanguages).map(([code, name]) => ({ code, name, targets: codes })),
    );

    scope.post('/detect', (request, reply) => {
      reply.send([languageIn(book, textOf(fieldsOf(request, key), 'q'))]);
    });

    scope.post('/translate', (request, reply) => {
      const { q, source, target } = read(fieldsOf(request, key));
      const to = languageOf(target);
      const from = (text: string) =>
        source === 'auto' ? languageIn(book, text) : { language: languageOf(source), confidence: 100 };
      const one = typeof q === 'string';
      const said = (one ? [q] : q).map((text) => {
        const detected = from(text);
        return { detected, text: book.translate(text, detected.language, to).text };
      });
      const detected = said.map((it) => it.detected);
      const texts = said.map((it) => it.text);
      reply.send({
        translatedText: one ? texts[0] : texts,
        ...(source === 'auto' && { detectedLanguage: one ? detected[0] : detected }),
      });
    });
  });
}

/** What was sent, by whoever has the key: in the body, or in the address. */
function fieldsOf(request: FastifyRequest, key: string | null): Record<string, unknown> {
  const fields = { ...(request.query as object), ...(request.body as object | undefined) } as Record<
    string,
    unknown
  >;
  if (key === null) return fields;
  if (!fields['api_key']) throw new Refusal(400, 'Please contact the server operator to get an API key');
  if (fields['api_key'] !== key) throw new Refusal(403, 'Invalid API key');
  return fields;
}

function read(fields: Record<string, unknown>): Asked {
  const { q } = fields;
  const asked = {
    q: isTexts(q) ? q : textOf(fields, 'q'),
    source: textOf(fields, 'source'),
    target: textOf(fields, 'target'),
    format: fields['format'] === undefined ? 'text' : String(fields['format']),
  };
  const size = [asked.q].flat().reduce((sum, it) => sum + it.length, 0);
  if (size > charLimit)
    throw new Refusal(400, `Invalid request: request (${size}) exceeds text limit (${charLimit})`);
  if (asked.format !== 'text' && asked.format !== 'html')
    throw new Refusal(400, `${asked.format} format is not supported`);
  return asked;
}

const isTexts = (it: unknown): it is string[] =>
  Array.isArray(it) && it.length > 0 && it.every((text) => typeof text === 'string');

function textOf(fields: Record<string, unknown>, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string' || value === '')
    throw new Refusal(400, `Invalid request: missing ${name} parameter`);
  return value;
}

function languageOf(code: string): BookLanguage {
  if (!Object.hasOwn(bookLanguages, code)) throw new Refusal(400, `${code} is not supported`);
  return code as BookLanguage;
}

import {
  type Locale,
  locales,
  maximumLetterBytes,
  maximumOfficialText,
  officialForms,
} from '@fairlead/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Official } from '../../modules/official/index.ts';
import { Failure, fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { helpText } from './help-text.ts';
import type { Site } from './layout.ts';
import { type OfficialOutcome, officialPage } from './official-page.ts';

/** What the help center's pages have in common. */
interface Pages {
  readonly platform: Platform;
  /** The headers that say what the pages may load. */
  readonly policy: string;
  readonly site: () => Promise<Site>;
}

const form = z.enum(officialForms).optional().catch(undefined);
const asked = z.object({
  text: z
    .string()
    .trim()
    .catch('')
    .transform((it) => it.slice(0, maximumOfficialText)),
  form,
  note: z
    .string()
    .trim()
    .catch('')
    .transform((it) => it.slice(0, 500)),
});
/** Room for the frame that browsers put around a file, and for what was typed beside it. */
const frame = 64 * 1024;

/** The answers of the page that says whether something is ours. What was asked is neither kept nor found by search engines. */
export function serveOfficial(official: Official, { platform, policy, site }: Pages): void {
  const { http } = platform;
  const answer = async (reply: FastifyReply, locale: Locale, outcome: OfficialOutcome, status = 200) =>
    reply
      .code(status)
      .headers({ 'content-security-policy': policy, 'cache-control': 'no-store', 'x-robots-tag': 'noindex' })
      .type('text/html; charset=utf-8')
      .send(officialPage(await site(), locale, outcome));
  const localeOf = (request: FastifyRequest): Locale => {
    const found = locales.find((it) => it === (request.params as { locale: string }).locale);
    if (!found) throw fail('request.not_found');
    return found;
  };

  http.app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 40_000 },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    scope.addContentTypeParser(
      'multipart/form-data',
      { parseAs: 'buffer', bodyLimit: maximumLetterBytes + frame },
      (_request, body, done) => done(null, body),
    );
    // In the reader's words: there is no script that could put a code into words.
    scope.setErrorHandler((error, request, reply) => {
      const text = helpText(localeOf(request));
      const problem = (status: number, said: string) =>
        answer(reply, localeOf(request), { kind: 'problem', text: said }, status);
      if ((error as { code?: string }).code === 'FST_ERR_CTP_BODY_TOO_LARGE')
        return problem(413, text('official.too_large'));
      if (error instanceof Failure && error.code === 'request.rate_limited')
        return problem(429, text('official.too_often', { seconds: error.params['seconds'] ?? 60 }));
      throw error;
    });

    scope.post('/help/:locale/official', async (request, reply) => {
      const locale = localeOf(request);
      await official.allow(request.ip, 'check');
      const body = asked.parse(request.body ?? {});
      if (body.text === '') return answer(reply, locale, nothing(locale), 422);
      const check = await official.check(body.text, body.form);
      return answer(reply, locale, { kind: 'checked', check, text: body.text, form: body.form });
    });

    scope.post('/help/:locale/official/letter', async (request, reply) => {
      const locale = localeOf(request);
      await official.allow(request.ip, 'letter');
      const bytes = await letterIn(request);
      if (bytes === null || bytes.length === 0) return answer(reply, locale, nothing(locale), 422);
      if (bytes.length > maximumLetterBytes) {
        const text = helpText(locale)('official.too_large');
        return answer(reply, locale, { kind: 'problem', text }, 413);
      }
      return answer(reply, locale, { kind: 'letter', check: await official.checkLetter(bytes) });
    });

    scope.post('/help/:locale/official/report', async (request, reply) => {
      const locale = localeOf(request);
      await official.allow(request.ip, 'report');
      const body = asked.parse(request.body ?? {});
      if (body.text === '') return answer(reply, locale, nothing(locale), 422);
      const taken = await official.report(await http.identify(request), body);
      return answer(reply, locale, { kind: 'reported', taken: taken > 0 });
    });
  });
}

const nothing = (locale: Locale): OfficialOutcome => ({
  kind: 'problem',
  text: helpText(locale)('official.empty'),
});

/** The file that was chosen, else the text that was pasted; null where a form says neither. */
async function letterIn(request: FastifyRequest): Promise<Uint8Array | null> {
  if (!Buffer.isBuffer(request.body)) return null;
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const fields = await new Response(new Uint8Array(request.body), { headers }).formData().catch(() => null);
  const file = fields?.get('file');
  if (file instanceof File && file.size > 0) return new Uint8Array(await file.arrayBuffer());
  const source = fields?.get('source');
  return typeof source === 'string' && source.trim() !== '' ? Buffer.from(source.trimStart()) : null;
}

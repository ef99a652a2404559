import type { DNSResolver } from 'mailauth';

/** Milliseconds for which an answer is believed, that there is none too; and for which a name server that does not answer is let be. */
const believed = 300_000;
const letBe = 30_000;
const mostKept = 5_000;

/**
 * A resolver that asks each question once in a while, and of many who ask at the same time one: letters come in crowds from few domains,
 * and a name server that is away must not hold each of them up.
 */
export function rememberedDns(ask: DNSResolver, now: () => number): DNSResolver {
  const kept = new Map<string, { answer: ReturnType<DNSResolver>; until: number }>();
  return (name, type) => {
    const question = `${type} ${name.toLowerCase()}`;
    const known = kept.get(question);
    if (known && known.until > now()) return known.answer;
    const answer = ask(name, type);
    const entry = { answer, until: now() + believed };
    kept.delete(question);
    kept.set(question, entry);
    answer.catch((error: { code?: string }) => {
      if (error.code !== 'ENOTFOUND' && error.code !== 'ENODATA') entry.until = now() + letBe;
    });
    const oldest = kept.keys().next().value;
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return answer;
  };
}

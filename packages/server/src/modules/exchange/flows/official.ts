import type { Flow } from './flow.ts';
import { answer, line, silence, valueOf } from './line.ts';

/** Whether what contacted a customer is really the exchange: by its own registry, which is asked anew each time. */
export const officialFlow: Flow = {
  id: 'official',
  personal: false,
  decide({ slots, facts }) {
    const ask = { kind: 'ask', slot: 'contact', ask: line('official.ask'), choices: [] } as const;
    if (slots.contact === undefined) return ask;
    if (!facts.official) return { kind: 'look_up', questions: [{ about: 'official', of: slots.contact }] };
    const check = valueOf(facts.official);
    if (!check) return silence(facts, ['official']) ?? ask;
    // Nothing in it could be read.
    if (check.findings.every((it) => it.readAs === null && it.verdict === 'unclear')) return ask;
    const { verdict, findings } = check;
    return answer(
      verdict,
      findings.map((finding) => line('official.said', { what: { kind: 'finding', finding } })),
      line('official.said', { what: { kind: 'advice', verdict } }),
    );
  },
};

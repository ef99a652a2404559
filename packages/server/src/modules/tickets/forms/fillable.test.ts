import {
  askedOf,
  definitionOf,
  type FieldDefinition,
  type FormField,
  type FormKey,
  fieldKeys,
  fieldProblem,
  formProblems,
  isShippedField,
  makeFormBook,
  type OwnFieldType,
  ownFieldTypes,
  type TicketFields,
} from '@fairlead/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { customersForm, filledIn, missingToSolve } from './form-rules.ts';

const keys: FormKey[] = [...fieldKeys.slice(0, 8), 'own_a', 'own_b', 'own_c', 'own_d'];
const values = ['xrp', 'bitcoin', 'other', 'a', 'b', 'yes', 'no', 'XRP', 'BTC'];

/** What a condition can name of a field; of others only that they hold something. */
const holds: Partial<Record<FormKey, string[]>> = {
  asset: ['XRP', 'BTC'],
  network: ['xrp', 'bitcoin', 'other'],
  own_a: ['a', 'b'],
  own_b: ['a', 'b'],
  own_c: ['yes', 'no'],
};
const clauseOn = (some: readonly FormKey[]) =>
  fc.constantFrom(...some).chain((field) => {
    const values = fc.uniqueArray(fc.constantFrom(...(holds[field] ?? [''])), { minLength: 1, maxLength: 2 });
    return fc.record({ field: fc.constant(field), is: holds[field] ? values : fc.constant(null) });
  });
const typesOf: Partial<Record<FormKey, OwnFieldType[]>> = {
  own_a: ['choice'],
  own_b: ['choices'],
  own_c: ['yes_no'],
};
const fieldWith = (key: FormKey, some: readonly FormKey[]) =>
  fc.record({
    key: fc.constant(key),
    required: fc.boolean(),
    toSolve: fc.boolean(),
    agentsOnly: fc.nat(5).map((it) => it === 0),
    when: fc.option(
      fc.record({
        match: fc.constantFrom('all' as const, 'any' as const),
        of: fc.array(clauseOn(some), { minLength: 1, maxLength: 3 }),
      }),
      { nil: null },
    ),
    label: fc.constant({ en: key }),
    help: fc.constant({}),
    own: isShippedField(key)
      ? fc.constant(null)
      : fc.constantFrom(...(typesOf[key] ?? ownFieldTypes)).map((type) => ({
          type,
          options:
            type === 'choice' || type === 'choices'
              ? ['a', 'b'].map((value) => ({ value, label: { en: value } }))
              : [],
        })),
  });
const forms = fc
  .shuffledSubarray(keys, { minLength: 1, maxLength: 8 })
  .chain((some): fc.Arbitrary<FormField[]> => fc.tuple(...some.map((key) => fieldWith(key, some))));

/** A form that is accepted: what is wrong with one is taken out of it until nothing is. */
function accepted(fields: readonly FormField[]): readonly FormField[] {
  const wrong = new Set(formProblems(fields, {}).map((it) => it.key));
  return wrong.size === 0 ? fields : accepted(fields.filter((it) => !wrong.has(it.key)));
}

/** One of these fits every kind of field, on whichever network. */
const examples = [
  ...values,
  '2026-11-01',
  '5',
  'https://a.example/b',
  'ab'.repeat(32),
  'AB'.repeat(32),
  'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
  'rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh',
  'plain',
];

const typeOf = (form: readonly FieldDefinition[], key: string) =>
  form.find((it) => it.key === key)?.type ?? '';

function answerTo(field: FieldDefinition, held: TicketFields): string {
  const candidates = [...field.choices, ...examples];
  const answer = candidates.find((it) => fieldProblem(field, it, held) === null);
  if (answer === undefined) throw new Error(`nothing fits ${field.key} beside ${JSON.stringify(held)}`);
  return answer;
}

test('whatever form is accepted, a customer can fill it in, and an agent can solve it', () => {
  let conditional = 0;
  fc.assert(
    fc.property(forms, (drawn) => {
      const fields = accepted(drawn);
      conditional += fields.filter((it) => it.required && it.when).length;
      const book = makeFormBook({ other: fields });
      const fill = (form: readonly FieldDefinition[], held: TicketFields, need: 'required' | 'toSolve') => {
        let entered = held;
        for (;;) {
          const open = askedOf(form, entered).filter((it) => it[need] && entered[it.key] === undefined);
          // The network first: what others must look like depends on it.
          const next = open.find((it) => it.key === 'network') ?? open[0];
          if (!next) return entered;
          const answer = answerTo(next, entered);
          // A network that is asked for only now: what was said of another is said again.
          if (next.type === 'network')
            entered = Object.fromEntries(
              Object.entries(entered).filter(([key]) => !['txid', 'address'].includes(typeOf(form, key))),
            );
          entered = { ...entered, [next.key]: answer };
        }
      };
      const entered = fill(customersForm(book.formOf('other')), {}, 'required');
      const opened = filledIn(book, 'other', {}, entered, { by: 'customer' });
      const solving = fill(book.formOf('other'), opened, 'toSolve');
      // A network that is chosen last changes what is to be checked.
      fc.pre(solving.network === opened.network);
      const held = filledIn(book, 'other', opened, solving, { by: 'agent' });
      expect(missingToSolve(book, 'other', held)).toBeNull();
    }),
    { numRuns: 1000 },
  );
  expect(conditional).toBeGreaterThan(20);
});

test('every field of a form that is accepted can be shown', () => {
  fc.assert(
    fc.property(forms, (drawn) => {
      const form = accepted(drawn).map(definitionOf);
      const shown = new Set<string>();
      const holders = form.filter((it) =>
        form.some(({ when }) => when?.of.some(({ field }) => field === it.key)),
      );
      fc.pre(holders.length <= 4);
      // Each field that others ask for: empty, with each thing that conditions name, with all of them where several can be chosen.
      const tries = holders.map((it) => ({
        key: it.key,
        values: ['', 'plain', ...values, ...(it.type === 'choices' ? ['a,b'] : [])],
      }));
      const go = (at: number, held: TicketFields): void => {
        const one = tries[at];
        if (!one) for (const it of askedOf(form, held)) shown.add(it.key);
        else for (const value of one.values) go(at + 1, { ...held, [one.key]: value });
      };
      go(0, {});
      expect([...shown].toSorted()).toEqual(form.map((it) => it.key as string).toSorted());
    }),
    { numRuns: 200 },
  );
});

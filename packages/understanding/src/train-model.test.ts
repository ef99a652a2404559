import { expect, test } from 'vitest';
import { classify } from './classify.ts';
import { noHash } from './feature-hash.ts';
import { featureList } from './feature-list.ts';
import { readModel, writeModel } from './model-file.ts';
import { probabilities } from './probabilities.ts';
import { trainModel } from './train-model.ts';

const objects = ['coin', 'token', 'money', 'amount', 'balance', 'usdt', 'bitcoin', 'order'];
const said = {
  fee: [
    'what is the fee for my %',
    'why does the % cost so much',
    'fee of the % please',
    'how much is a % charged',
  ],
  missing: ['my % has not arrived', 'the % is missing', 'where is my %', 'still no % here'],
  thanks: [
    'thanks for the %',
    'great, the % is fine now, bye',
    'thank you, % solved',
    'all good with the %, thanks',
  ],
};
const samples = Object.entries(said).flatMap(([label, forms]) =>
  forms.flatMap((form) => objects.map((object) => ({ text: form.replace('%', object), label }))),
);
const featuresOf = (text: string) => {
  const features = featureList();
  for (const word of text.split(/\W+/)) features.addOn(noHash, word);
  return features.take();
};

test('learns what texts are about, and says how sure it is', () => {
  const { model, heldBack } = trainModel(samples, featuresOf);
  const [best] = classify(model, featuresOf('why is the fee of a withdrawal so much'));
  expect(best?.label).toBe('fee');
  expect(best?.probability).toBeGreaterThan(0.6);
  const guesses = classify(model, featuresOf('the coin is missing'));
  expect(guesses.map((it) => it.label)).toHaveLength(3);
  expect(guesses[0]?.label).toBe('missing');
  expect(guesses.reduce((sum, it) => sum + it.probability, 0)).toBeCloseTo(1);
  expect(heldBack).toHaveLength(samples.length);
  const right = heldBack.filter(({ scores, label }) => scores.indexOf(Math.max(...scores)) === label);
  expect(right.length / samples.length).toBeGreaterThan(0.9);
});

test('a text without a known word is about anything', () => {
  const { model } = trainModel(samples, featuresOf);
  for (const { probability } of classify(model, featuresOf('zzz'))) expect(probability).toBeLessThan(0.7);
});

test('learns the same from the same', () => {
  const bytes = () => writeModel(trainModel(samples, featuresOf).model);
  expect(Buffer.from(bytes()).equals(Buffer.from(bytes()))).toBe(true);
});

test('a model is read as it was written, wherever its bytes lie', () => {
  const { model } = trainModel(samples, featuresOf);
  const bytes = writeModel(model);
  const shifted = Buffer.concat([Buffer.from([1]), bytes]).subarray(1);
  for (const file of [bytes, Buffer.from(bytes), shifted])
    expect(classify(readModel(file), featuresOf('the fee'))).toEqual(classify(model, featuresOf('the fee')));
});

test.each([
  ['nothing', new Uint8Array()],
  ['something else', new TextEncoder().encode('fairlead-model-2\n')],
  ['half a model', writeModel(trainModel(samples, featuresOf).model).subarray(0, 300)],
])('%s is not read', (_what, bytes) => {
  expect(() => readModel(bytes)).toThrow();
});

test('probabilities sum to 1, keep the order, and grow apart with sharpness', () => {
  const scores = Float64Array.of(0.2, -1, 3000);
  for (const sharpness of [0.5, 5, 30]) {
    const [second = 0, third = 0, first = 0] = probabilities(scores, sharpness);
    expect(first + second + third).toBeCloseTo(1);
    expect(first).toBeGreaterThanOrEqual(second);
    expect(second).toBeGreaterThanOrEqual(third);
  }
  const close = Float64Array.of(0, 0.1);
  expect(probabilities(close, 10)[1]).toBeGreaterThan(probabilities(close, 1)[1] ?? 0);
});

import { Buffer } from 'node:buffer';

/** What was learned to tell some languages apart: a weight for each feature and language. */
export interface LanguageProfile {
  readonly languages: readonly string[];
  readonly weights: ReadonlyMap<string, Float32Array>;
}

/** As it is kept: languages and features parted by spaces, and their weights in their order, a signed byte each in Base64. */
export interface KeptProfile {
  readonly languages: string;
  readonly features: string;
  readonly weights: string;
  /** What a weight of 1 stands for. */
  readonly scale: number;
}

export function keepProfile({ languages, weights }: LanguageProfile): KeptProfile {
  const all = [...weights.values()];
  const scale = Math.max(...all.flatMap((it) => [...it].map(Math.abs))) / 127 || 1;
  const bytes = Int8Array.from(all.flatMap((it) => [...it].map((weight) => Math.round(weight / scale))));
  return {
    languages: languages.join(' '),
    features: [...weights.keys()].join(' '),
    weights: Buffer.from(bytes.buffer).toString('base64'),
    scale,
  };
}

export function readProfile({ languages: own, features, weights, scale }: KeptProfile): LanguageProfile {
  const languages = own.split(' ');
  const bytes = new Int8Array(Buffer.from(weights, 'base64'));
  const size = languages.length;
  return {
    languages,
    weights: new Map(
      features
        .split(' ')
        .map((it, at) => [
          it,
          Float32Array.from(bytes.subarray(at * size, (at + 1) * size), (byte) => byte * scale),
        ]),
    ),
  };
}

/** How much speaks for each language, in the order of the profile; `known` features of them all told something. */
export function scoreLanguages(
  { languages, weights }: LanguageProfile,
  features: readonly string[],
): { readonly scores: number[]; readonly known: number } {
  const scores = languages.map(() => 0);
  let known = 0;
  for (const feature of features) {
    const own = weights.get(feature);
    if (!own) continue;
    known += 1;
    for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) + (own[at] ?? 0);
  }
  return { scores, known };
}

import { describe, expect, test } from 'vitest';
import { wire } from './letters.testing.ts';
import { serverProof } from './server-proof.ts';

const letter = (results: string[], from = 'Mei <mei@example.com>') =>
  wire(
    [
      ...results.map((it) => `Authentication-Results: ${it}`),
      `From: ${from}`,
      'Subject: Hello',
      '',
      'Hello',
    ].join('\n'),
  );
const google =
  'mx.google.com;\n dkim=pass header.i=@example.com header.s=s1 header.b=abc;\n spf=pass (google.com: domain of mei@example.com designates 192.0.2.1; as permitted sender) smtp.mailfrom=mei@example.com;\n dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=example.com';

describe('serverProof', () => {
  test('believes what the server says that took the letter in', () => {
    expect(serverProof(letter([google]), 'mx.google.com')).toEqual({
      spf: 'pass',
      dkim: 'pass',
      signedBy: ['example.com'],
      dmarc: 'pass',
      policy: null,
      arc: 'none',
      fromDomain: 'example.com',
      trusted: true,
      temporary: false,
    });
  });

  test.each([
    ['another server says it', [google], 'mx.harbour.example', undefined],
    ['nobody says it', [], 'mx.google.com', undefined],
    [
      'of DMARC nothing is said',
      ['mx.google.com; spf=pass smtp.mailfrom=a@example.com'],
      'mx.google.com',
      undefined,
    ],
    ['it failed', ['mx.google.com; dmarc=fail header.from=example.com', google], 'mx.google.com', false],
    [
      'a pass stands in a comment',
      ['mx.google.com; dmarc=fail (; dmarc=pass header.from=example.com) header.from=example.com'],
      'mx.google.com',
      false,
    ],
    [
      'a sender has written into its words',
      [
        'mx.google.com; spf=fail (a) ; dmarc=pass header.from=example.com ; x() ; dmarc=fail header.from=example.com',
      ],
      'mx.google.com',
      undefined,
    ],
    [
      'another domain was proven',
      ['mx.google.com; dmarc=pass header.from=evil.example'],
      'mx.google.com',
      false,
    ],
  ])('does not where %s', (_why, results, authserv, trusted) => {
    expect(serverProof(letter(results), authserv)?.trusted).toBe(trusted);
  });

  test('does not where From names several', () => {
    const two = letter([google], 'mei@example.com, boss@example.com');
    expect(serverProof(two, 'mx.google.com')?.trusted).toBe(false);
  });
});

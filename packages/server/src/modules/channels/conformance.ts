import * as fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  type ChannelAdapter,
  Failure,
  type OutboundMessage,
  type ProofMaterial,
  type RawRequest,
} from './port.ts';

/** What an adapter brings to be examined: real requests of its platform wherever that is possible. */
export interface ConformanceFixtures<Part = unknown> {
  adapter: ChannelAdapter<Part>;
  material: ProofMaterial;
  /** Requests as the platform sends them, and how many messages each holds. */
  genuine: ReadonlyArray<{ what: string; request: RawRequest; messages: number }>;
  /** One message delivered twice, as the platform repeats it. */
  twice: readonly [RawRequest, RawRequest];
  /** Proven requests that hold something else than the platform's format. */
  malformed: ReadonlyArray<{ what: string; request: RawRequest }>;
  /** Where in a request the proof lies, so that it can be spoiled. */
  proof: {
    read(this: void, request: RawRequest): Uint8Array;
    write(this: void, request: RawRequest, bytes: Uint8Array): RawRequest;
  };
  /** The request with fields that the platform may add some day. */
  withUnknownFields(this: void, request: RawRequest): RawRequest;
  /** The text that a part carries; for adapters that encode. */
  textOf?(this: void, part: Part): string;
}

/** The suite that every adapter must pass; called in its `*.test.ts`. */
export function describeChannelConformance<Part>(name: string, fixtures: ConformanceFixtures<Part>): void {
  const { adapter, material } = fixtures;
  describe(`${name} conforms to the channel port`, () => {
    describeProof(fixtures);
    describeDecoding(fixtures);
    describeCapabilities(fixtures);
    if (adapter.encode) describeEncoding(fixtures);
    test('has something to be examined by', () => {
      expect(fixtures.genuine.length).toBeGreaterThan(0);
      expect(fixtures.malformed.length).toBeGreaterThan(0);
      expect(material.inboxId).not.toBe('');
    });
  });
}

function describeProof<Part>({ adapter, material, genuine, proof }: ConformanceFixtures<Part>): void {
  test.each(genuine)('accepts the proof of $what', ({ request }) => {
    expect(() => adapter.verify(request, material)).not.toThrow();
  });

  test.each(genuine)('refuses $what with one flipped byte of its proof', ({ request }) => {
    const bytes = proof.read(request);
    expect(bytes.length).toBeGreaterThan(0);
    for (let index = 0; index < bytes.length; index++) {
      const spoiled = Uint8Array.from(bytes);
      spoiled[index] = (spoiled[index] ?? 0) ^ 1;
      expect(thrownBy(() => adapter.verify(proof.write(request, spoiled), material))).toBeInstanceOf(Failure);
    }
  });

  test.each(genuine)('refuses $what without its proof', ({ request }) => {
    expect(thrownBy(() => adapter.verify(proof.write(request, new Uint8Array()), material))).toBeInstanceOf(
      Failure,
    );
    expect(
      thrownBy(() => adapter.verify({ ...request, headers: {}, query: {}, session: null }, material)),
    ).toBeInstanceOf(Failure);
  });
}

function describeDecoding<Part>({
  adapter,
  material,
  genuine,
  twice,
  malformed,
  withUnknownFields,
}: ConformanceFixtures<Part>): void {
  test.each(genuine)(
    'decodes $what to the same each time, and leaves it as it was',
    ({ request, messages }) => {
      const kept = stored(adapter, request, material);
      const before = structuredClone(kept);
      const first = adapter.decode(kept);
      expect(first).toHaveLength(messages);
      vi.setSystemTime('2031-05-06T07:08:09Z');
      onTestFinished(() => void vi.useRealTimers());
      expect(adapter.decode(kept)).toEqual(first);
      expect(kept).toEqual(before);
    },
  );

  test.each(genuine)('names each message of $what and who wrote it', ({ request }) => {
    const messages = adapter.decode(stored(adapter, request, material));
    for (const message of messages) {
      expect(message.externalId).not.toBe('');
      expect(message.sender.address).not.toBe('');
      expect(message.text.length + message.attachments.length).toBeGreaterThan(0);
    }
    expect(new Set(messages.map((message) => message.externalId)).size).toBe(messages.length);
  });

  test('gives a message delivered twice the same external id', () => {
    const [first, second] = twice.map((request) => adapter.decode(stored(adapter, request, material)));
    expect(first?.map((message) => message.externalId)).toEqual(second?.map((message) => message.externalId));
    expect(first).not.toEqual([]);
  });

  test.each(genuine)('passes over fields it does not know in $what', ({ request }) => {
    const extended = withUnknownFields(request);
    expect(extended).not.toEqual(request);
    expect(adapter.decode(stored(adapter, extended, material))).toEqual(
      adapter.decode(stored(adapter, request, material)),
    );
  });

  test.each(malformed)('refuses $what with a coded error', ({ request }) => {
    expect(thrownBy(() => adapter.decode(stored(adapter, request, material)))).toBeInstanceOf(Failure);
  });

  test('throws nothing but coded errors, whatever the body', () => {
    const bodies = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.json().map((json) => new TextEncoder().encode(json)),
      ...genuine.map(({ request }) => {
        const { body } = stored(adapter, request, material);
        return fc.nat(body.length).map((length) => body.slice(0, length));
      }),
    );
    fc.assert(
      fc.property(bodies, fc.constantFrom(...genuine), (body, { request }) => {
        const kept = stored(adapter, request, material);
        const error = thrownBy(() => adapter.decode({ ...kept, body }));
        expect(error === undefined || error instanceof Failure).toBe(true);
      }),
    );
  });
}

function describeCapabilities<Part>({ adapter }: ConformanceFixtures<Part>): void {
  test('says what it can do and can do what it says', () => {
    const { push, attachments, maximumTextLength } = adapter.capabilities;
    expect([Boolean(adapter.encode), Boolean(adapter.send)]).toEqual([push, push]);
    expect(maximumTextLength).toBeGreaterThan(0);
    for (const type of attachments) expect(type).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/);
    for (const header of adapter.headers) {
      expect(header).toBe(header.toLowerCase());
      expect(['authorization', 'cookie']).not.toContain(header);
    }
  });
}

function describeEncoding<Part>({ adapter, textOf }: ConformanceFixtures<Part>): void {
  const encode = (outbound: OutboundMessage) => adapter.encode?.(outbound) ?? [];
  const texts = fc.string({
    unit: 'grapheme',
    minLength: 1,
    maxLength: 3 * adapter.capabilities.maximumTextLength,
  });

  test('carries every text whole, in parts within the limit', () => {
    expect(textOf).toBeDefined();
    fc.assert(
      fc.property(texts, (text) => {
        const parts = encode({ id: 'message', text }).map((part) => textOf?.(part) ?? '');
        expect(parts.join('')).toBe(text);
        for (const part of parts)
          expect(part.length).toBeLessThanOrEqual(adapter.capabilities.maximumTextLength);
      }),
      { numRuns: 50 },
    );
  });

  test('encodes to the same each time', () => {
    const outbound = { id: 'message', text: 'Your deposit has arrived. '.repeat(500) };
    expect(encode(outbound)).toEqual(encode(outbound));
  });
}

/** The request as ingest keeps it: opened, and without the headers that decoding does not read. */
function stored<Part>(
  adapter: ChannelAdapter<Part>,
  request: RawRequest,
  material: ProofMaterial,
): RawRequest {
  const meant = adapter.decrypt?.(request, material) ?? request;
  const headers = Object.entries(meant.headers).filter(([name]) => adapter.headers.includes(name));
  return { ...meant, headers: Object.fromEntries(headers) };
}

/** What it throws; undefined if it does not. */
function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}

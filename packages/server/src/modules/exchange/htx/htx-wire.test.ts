import { describe, expect, test } from 'vitest';
import { HtxError, meaningOf, openEnvelope } from './envelope.ts';
import { readJson } from './read-json.ts';
import { signRequest } from './sign-request.ts';

describe('signature', () => {
  const credentials = { key: 'e2xxxxxx-99xxxxxx-84xxxxxx-7xxxx', secret: 'b0xxxxxx-c6xxxxxx-94xxxxxx-dxxxx' };

  // The lines that the documentation puts together, signed by `openssl dgst -sha256 -hmac`: the signature printed there belongs to a secret that it blanks.
  test('is that of the documented example', () => {
    const url = signRequest(
      {
        method: 'GET',
        url: 'https://api.huobi.pro/v1/order/orders',
        parameters: { 'order-id': '1234567890' },
      },
      credentials,
      new Date('2017-05-11T15:19:30Z'),
    );
    expect(url).toBe(
      'https://api.huobi.pro/v1/order/orders?AccessKeyId=e2xxxxxx-99xxxxxx-84xxxxxx-7xxxx&SignatureMethod=HmacSHA256&SignatureVersion=2' +
        '&Timestamp=2017-05-11T15%3A19%3A30&order-id=1234567890&Signature=Nmd8AU8uAe0mkFpxNbiava0aeZzBEtYjCdie1ZYZjoM%3D',
    );
  });

  test('parameters go in the order of their bytes, and are escaped as RFC 3986 says', () => {
    const url = signRequest(
      { method: 'GET', url: 'http://localhost:4800/a/b', parameters: { z: "it's (a) *", Zone: 'ü/ö' } },
      credentials,
      new Date('2026-11-26T08:00:00.900Z'),
    );
    expect(new URL(url).search).toMatch(
      /^\?AccessKeyId=[^&]+&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2026-11-26T08%3A00%3A00&Zone=%C3%BC%2F%C3%B6&z=it%27s%20%28a%29%20%2A&Signature=/,
    );
  });
});

test('numbers keep their digits', () => {
  expect(
    readJson('{"id":100000000000000000001,"price":0.10000000000000000001,"small":1.82e-6,"on":true}'),
  ).toEqual({
    id: '100000000000000000001',
    price: '0.10000000000000000001',
    small: '1.82e-6',
    on: true,
  });
});

describe('envelopes', () => {
  const open = (body: unknown) => openEnvelope({ text: JSON.stringify(body), status: 200 });

  test.each([
    ['the older one with data', { status: 'ok', data: ['usdt'] }, ['usdt']],
    [
      'the older one with a tick',
      { status: 'ok', ch: 'market.btcusdt.detail', tick: { id: 1 } },
      { id: '1' },
    ],
    ['the newer one', { code: 200, message: 'success', data: { marketStatus: 1 } }, { marketStatus: '1' }],
  ])('%s', (_, body, inside) => {
    expect(open(body)).toEqual(inside);
  });

  test.each([
    ['invalid-parameter', 'invalid symbol', 'not_found'],
    ['base-record-invalid', 'record invalid', 'not_found'],
    ['too-many-requests', 'too many requests', 'rate_limited'],
    ['api-signature-not-valid', 'Signature not valid: Invalid submission time', 'wrong_time'],
    ['api-signature-not-valid', 'Signature not valid: Verification failure', 'unavailable'],
    ['gateway-internal-error', 'try again', 'unavailable'],
    ['something-new', '', 'unavailable'],
  ])('%s: %s means %s', (code, message, meaning) => {
    expect(meaningOf(new HtxError(code, message))).toBe(meaning);
    expect(() => open({ status: 'error', 'err-code': code, 'err-msg': message })).toThrow(HtxError);
  });

  test('the newer one refuses by its code', () => {
    expect(() => open({ code: 2002, message: 'invalid field value in `currency`', data: null })).toThrow(
      new HtxError('2002', 'invalid field value in `currency`'),
    );
    expect(meaningOf(new HtxError('2002', 'invalid field value in `currency`'))).toBe('not_found');
  });

  test.each(['<html>502 Bad Gateway</html>', '[]', '{}', '"ok"', ''])('%s is no envelope', (text) => {
    expect(() => openEnvelope({ text, status: 502 })).toThrow();
  });
});

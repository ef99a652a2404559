import { describe, expect, it, vi } from 'vitest';
import { signingSample } from './signing-sample.ts';

const secret = 'a secret of the exchange, long enough to sign';

async function runSample(keyId: string, user: object): Promise<string> {
  vi.stubEnv('FAIRLEAD_IDENTITY_SECRET', secret);
  const address = `data:text/javascript,${encodeURIComponent(signingSample(keyId))}`;
  const sample: { signIdentity: (user: object) => string } = await import(/* @vite-ignore */ address);
  return sample.signIdentity(user);
}

const read = (part: string) => JSON.parse(atob(part.replaceAll('-', '+').replaceAll('_', '/')));

describe('the sample that developers copy', () => {
  it('runs, and signs what the server asks for', async () => {
    const token = await runSample('key-1', { uid: '10001', displayName: 'Linh', tier: 'vip' });
    const [head = '', claims = '', signature = ''] = token.split('.');
    expect(read(head)).toEqual({ alg: 'HS256', typ: 'JWT', kid: 'key-1' });
    expect(read(claims)).toMatchObject({ sub: '10001', name: 'Linh', tier: 'vip', jti: expect.any(String) });
    expect(read(claims).exp - Date.now() / 1000).toBeLessThanOrEqual(15 * 60);

    const text = new TextEncoder();
    const hmac = { name: 'HMAC', hash: 'SHA-256' };
    const key = await crypto.subtle.importKey('raw', text.encode(secret), hmac, false, ['verify']);
    const bytes = Uint8Array.from(atob(signature.replaceAll('-', '+').replaceAll('_', '/')), (c) =>
      c.charCodeAt(0),
    );
    expect(await crypto.subtle.verify(hmac, key, bytes, text.encode(`${head}.${claims}`))).toBe(true);
  });
});

/** How a page hands a signed identity to the chat; it works before and after the chat's script has loaded. */
export const identifySample = `const token = await (await fetch('/support-identity')).text();
(window.Fairlead ??= []).push?.(['identify', token]) ?? window.Fairlead.identify(token);
`;

/**
 * How a Node back end signs who a customer is, with nothing but Node itself. Code, so it is the same in every language.
 * Claims as the server checks them: `sub` and `exp` (at most 15 minutes ahead) are required; each token works once.
 */
export function signingSample(keyId: string): string {
  return `import { createHmac, randomUUID } from 'node:crypto';

const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Call for the signed-in user of this request; hand the result to the chat. */
export function signIdentity(user) {
  const now = Math.floor(Date.now() / 1000);
  const head = part({ alg: 'HS256', typ: 'JWT', kid: '${keyId}' });
  const claims = part({
    sub: user.uid,          // required
    name: user.displayName,
    email: user.email,
    locale: user.locale,    // 'zh-CN', 'en', 'vi', ...
    tier: user.tier,        // 'standard', 'vip' or 'pro'
    jti: randomUUID(),
    iat: now,
    exp: now + 300,         // required; at most 15 minutes
  });
  const signature = createHmac('sha256', process.env.FAIRLEAD_IDENTITY_SECRET)
    .update(\`\${head}.\${claims}\`)
    .digest('base64url');
  return \`\${head}.\${claims}.\${signature}\`;
}
`;
}

import { hash, verify } from '@node-rs/argon2';

/** argon2id with 19 MiB, two passes, one lane (OWASP's first choice). The library's enum cannot be imported: 2 is Argon2id. */
const options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The hash of a password that nobody knows, made with the same options. */
export const hashOfNothing =
  '$argon2id$v=19$m=19456,t=2,p=1$gyHkNKPSzeIR3kap2eFM+A$y6oGDUr2ckTO8aQ9NCD1hgEF0/RMsyhEQf5oclZW0uY';

/** What is kept of a password. Takes about 60 ms: never inside a transaction. */
export function hashPassword(password: string): Promise<string> {
  // The same letters typed on different systems are the same password.
  return hash(password.normalize('NFKC'), options);
}

/** Whether the password is the hashed one. Without a hash it takes the same time and says no. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const same = await verify(passwordHash ?? hashOfNothing, password.normalize('NFKC'));
  return same && passwordHash !== null;
}

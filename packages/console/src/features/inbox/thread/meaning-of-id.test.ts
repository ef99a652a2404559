import { describe, expect, it } from 'vitest';
import { chainNames, meaningOfId } from './meaning-of-id.ts';

describe('a long id', () => {
  it.each<[string, string | null, string]>([
    ['TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', 'address', 'TRON'],
    ['TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6u', 'mistyped', 'TRON'],
    ['0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD', 'mistyped', 'EVM'],
    ['0x8f3a5b1c9d2e4f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6c21b', 'txid', 'EVM'],
    ['4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b', 'txid', ''],
    ['3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy', 'address', 'Bitcoin / Litecoin'],
    ['d41d8cd98f00b204e9800998ecf8427e', null, ''],
  ])('%s is %s', (text, is, named) => {
    const meaning = meaningOfId(text);
    expect(meaning?.is ?? null).toBe(is);
    expect(chainNames(meaning?.chains ?? [])).toBe(named);
  });
});

import { describe, expect, it } from 'vitest';
import { catalogue as en } from './catalogue-en.ts';
import { catalogue as zh } from './catalogue-zh-cn.ts';

const names = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1]))].sort();

describe('the catalogues', () => {
  it('have the same keys', () => {
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
  });

  it('name the same parameters under each key', () => {
    const different = Object.keys(en).filter((key) => {
      const name = key as keyof typeof en;
      return names(en[name]).join() !== names(zh[name]).join();
    });
    expect(different).toEqual([]);
  });
});

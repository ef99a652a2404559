import { describe, expect, it } from 'vitest';
import { parseOrigins } from './parse-origins.ts';

describe('parseOrigins', () => {
  it('cuts addresses to origins and drops repeats', () => {
    expect(
      parseOrigins('https://www.example.com/trade?x=1\nhttps://www.example.com\nhttp://localhost:4900'),
    ).toEqual({
      origins: ['https://www.example.com', 'http://localhost:4900'],
      wrong: [],
    });
  });

  it('names what is no web address', () => {
    expect(parseOrigins('www.example.com, javascript:alert(1) *')).toEqual({
      origins: [],
      wrong: ['www.example.com', 'javascript:alert(1)', '*'],
    });
  });

  it('takes an empty text for none', () => {
    expect(parseOrigins(' \n ')).toEqual({ origins: [], wrong: [] });
  });
});

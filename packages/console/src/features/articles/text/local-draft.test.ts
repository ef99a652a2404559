import { describe, expect, it } from 'vitest';
import { draftKey, readLocalDraft, sameText, writeLocalDraft } from './local-draft.ts';

function storage(initial: Record<string, string> = {}): Storage {
  const kept = new Map(Object.entries(initial));
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    key: (index) => [...kept.keys()][index] ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => void kept.set(key, value),
  };
}
const text = { title: 'Fees', summary: '', body: 'Body' };

describe('a text that is not saved', () => {
  it('is found again by the same agent in the same language, until it is forgotten', () => {
    const place = storage();
    const key = draftKey('agent', 'article', 'ja');
    writeLocalDraft(place, key, { text, basedOn: null });
    expect(readLocalDraft(place, key)).toEqual({ text, basedOn: null });
    expect(readLocalDraft(place, draftKey('other', 'article', 'ja'))).toBeNull();
    writeLocalDraft(place, key, null);
    expect(readLocalDraft(place, key)).toBeNull();
  });

  it.each(['', 'x', '[]', '{"text":{"title":"a"},"basedOn":null}', '{"text":null,"basedOn":null}'])(
    'is none where %j is kept',
    (kept) => {
      expect(readLocalDraft(storage({ k: kept }), 'k')).toBeNull();
    },
  );

  it('does not stop the writing where nothing can be kept', () => {
    const full = {
      ...storage(),
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(() => writeLocalDraft(full, 'k', { text, basedOn: null })).not.toThrow();
  });

  it('is the same but for space around title and summary', () => {
    expect(sameText(text, { ...text, title: ' Fees ' })).toBe(true);
    expect(sameText(text, { ...text, body: 'Body ' })).toBe(false);
  });
});

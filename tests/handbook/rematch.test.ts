import { describe, expect, it } from 'vitest';
import { type Identity, rematch } from '../../src/handbook/rematch.ts';

const card = (id: string, title = '', from = '', fingerprint = ''): Identity => ({
  id,
  title,
  from,
  fingerprint,
});

describe('rematch', () => {
  it.each<[string, Identity[], Identity[], string[]]>([
    ['the same id', [card('a', '甲')], [card('a', '乙')], ['a kept']],
    ['the same from', [card('a', '甲', '原题')], [card('b', '乙', '原题')], ['a -> b by from']],
    [
      'a title that the new card names as its source',
      [card('a', '原题？')],
      [card('b', '新题', '原题')],
      ['a -> b by from'],
    ],
    ['the same title', [card('a', '甲 是什么？')], [card('b', '甲是什么')], ['a -> b by title']],
    ['the same answer', [card('a', '甲', '', 'f1')], [card('b', '乙', '', 'f1')], ['a -> b by answer']],
    [
      'from before title',
      [card('a', '甲', '原题')],
      [card('b', '甲'), card('c', '乙', '原题')],
      ['a -> c by from'],
    ],
    ['two candidates', [card('a', '甲')], [card('b', '甲'), card('c', '甲')], ['a ? b,c by title']],
    [
      'two with a claim',
      [card('a', '甲'), card('b', '甲')],
      [card('c', '甲')],
      ['a ? c by title', 'b ? c by title'],
    ],
    [
      'a weaker sign decides',
      [card('a', '甲', '', 'f')],
      [card('b', '甲', '', 'f'), card('c', '甲', '', 'g')],
      ['a -> b by answer'],
    ],
    ['nothing alike', [card('a', '甲')], [card('b', '乙')], ['a gone']],
    ['nothing known', [], [card('b', '乙')], []],
    [
      'a card that exists is not taken',
      [card('a', '甲'), card('b', '乙')],
      [card('b', '甲')],
      ['a gone', 'b kept'],
    ],
    ['empty signs match nothing', [card('a')], [card('b')], ['a gone']],
  ])('%s', (_, old, now, expected) => {
    const shown = rematch(old, now).map((decision) => {
      if (decision.kind === 'moved') return `${decision.id} -> ${decision.to} by ${decision.by}`;
      if (decision.kind === 'ambiguous')
        return `${decision.id} ? ${decision.candidates.join()} by ${decision.by}`;
      return `${decision.id} ${decision.kind}`;
    });
    expect(shown).toEqual(expected);
  });
});

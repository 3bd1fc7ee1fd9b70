import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readingsFrom, spellings, syllableSplits } from '../../src/search/pinyin.ts';

const readings = readingsFrom(readFileSync(new URL('../../data/pinyin.txt', import.meta.url), 'utf8'));

describe('Chinese in letters', () => {
  test.each([
    ['污点', 'wu dian'],
    ['灰度发布', 'hui du fa bu'],
    ['调度', 'diao du'],
    ['重启', 'chong qi'],
    ['策略', 'ce lue'],
    ['策略', 'ce lve'],
    ['滚动', 'gun dong'],
  ])('%s can be %s', (text, spelling) => {
    expect(spellings(text, readings)).toContain(spelling);
  });

  test('nothing for a character that the table lacks', () => {
    expect(spellings('☃点', readings)).toEqual([]);
  });

  test.each([
    ['kuorong', ['kuo', 'rong']],
    ['kuoro', ['kuo', 'ro']],
    ['huidufabu', ['hui', 'du', 'fa', 'bu']],
  ])('%s is read as %j', (letters, split) => {
    expect(syllableSplits(letters, readings)).toContainEqual(split);
  });

  test.each(['kubectl', 'xyz', 'prometheus'])('%s is no pinyin', (letters) => {
    expect(syllableSplits(letters, readings)).toEqual([]);
  });
});

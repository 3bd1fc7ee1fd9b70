import { describe, expect, test } from 'vitest';
import { joinedKey, singular, stem, unitsOf } from '../../src/search/units.ts';

const words = (text: string): string =>
  unitsOf(text)
    .map((unit) => unit.text)
    .join(' ');

describe('units of a text', () => {
  test.each([
    ['ConfigMap', 'config map'],
    ['config-map', 'config map'],
    ['network_policy', 'network policy'],
    ['CI/CD', 'ci cd'],
    ['podIPs', 'pod ip'],
    ['HTTPRoute', 'http route'],
    ['CRDs', 'crd'],
    ['ｈｐａ', 'hpa'],
    ['ＨＰＡ　扩容', 'hpa 扩 容'],
    ['k8s', 'k8s'],
    ['C++ and C#', 'c++ and c#'],
    ["what's", 'what s'],
    ['naïve', 'na i ve'],
    ['使用PV', '使 用 pv'],
    ['', ''],
    ['🙂 pod', 'pod'],
  ])('%s → %s', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  test('offsets point into the text as given', () => {
    const text = '用 ＨＰＡ，扩readinessProbe';
    expect(unitsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '用',
      'ＨＰＡ',
      '扩',
      'readiness',
      'Probe',
    ]);
  });

  test('names reach across spaces and joints, not across punctuation', () => {
    expect(unitsOf('node-port, config map').map(({ apart }) => apart)).toEqual([true, false, true, false]);
  });
});

describe('one form for the forms of a word', () => {
  test.each([
    ['pods', 'pod'],
    ['policies', 'policy'],
    ['classes', 'class'],
    ['ingress', 'ingress'],
    ['status', 'status'],
    ['redis', 'redis'],
    ['dns', 'dns'],
    ['ipv4s', 'ipv4s'],
  ])('%s is one %s', (plural, one) => {
    expect(singular(plural)).toBe(one);
  });

  test.each([
    ['schedule', 'scheduled', 'scheduling'],
    ['control', 'controlled', 'controlling'],
    ['update', 'updated', 'updating'],
    ['deploy', 'deployed', 'deploying'],
  ])('%s, %s and %s have one stem', (...forms) => {
    expect(new Set(forms.map(stem)).size).toBe(1);
  });

  test.each(['10000', 'web299', 'error500', 'clang++'])('the doubled end of %s is no verb form', (word) => {
    expect(stem(word)).toBe(word);
  });

  test.each([
    ['config map', 'ConfigMaps'],
    ['Rolling-Update', 'rolling updates'],
    ['init 容器', 'Init容器'],
  ])('%s and %s are one name', (a, b) => {
    expect(joinedKey(a)).toBe(joinedKey(b));
  });
});

import type { Ask } from '../src/drill/mock-plan.ts';
import type { Card } from '../src/handbook/card.ts';

/** A card for tests: complete, with what matters to the test set by it. */
export function card(parts: Partial<Omit<Card, 'keyPoints'>> & { readonly points?: number } = {}): Card {
  const { points = 2, ...rest } = parts;
  const keyPoints = Array.from({ length: points }, (_, index) => ({
    text: `**点 ${index + 1}**：内容`,
    must: index === 0,
    terms: [[`词${index + 1}`]],
  }));
  return {
    id: 'card',
    title: '什么是 Pod？',
    en: 'What is a Pod?',
    aliases: [],
    group: '',
    from: '',
    topic: 'pods',
    section: '基础',
    file: 'pods.md',
    line: 1,
    answer: keyPoints.map((point) => `- ${point.text}`).join('\n'),
    parts: [],
    keyPoints,
    followUps: [],
    fingerprint: '',
    ...rest,
  };
}

/** A main question of a mock interview about such a card. */
export function mainAsk(parts: Parameters<typeof card>[0]): Ask {
  const asked = card(parts);
  return {
    kind: 'main',
    card: asked,
    question: asked.title,
    points: asked.keyPoints,
    weight: 2,
    exchange: 0,
  };
}

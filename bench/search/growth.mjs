/** A deck of `count` cards made from the given ones: the same texts, with a word of its own in each question. */
export function grown(cards, count) {
  return Array.from({ length: count }, (_, number) => {
    const card = cards[number % cards.length];
    const copy = Math.floor(number / cards.length);
    if (copy === 0) return card;
    return { ...card, id: `${card.id}-${copy}`, title: `${card.title} v${copy}x${number}`, group: '' };
  });
}

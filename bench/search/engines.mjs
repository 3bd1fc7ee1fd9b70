import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';

/** Engines a person would reach for instead. Each takes a query and gives card ids, best first. */

/** Lines that hold every word as typed, by how often: what `grep -i` gives. */
export function grep(cards) {
  const texts = cards.map((card) => ({ id: card.id, text: textOf(card).toLowerCase() }));
  return (query) => {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    const ids = texts
      .filter(({ text }) => words.every((word) => text.includes(word)))
      .map(({ id, text }) => ({
        id,
        count: words.reduce((sum, word) => sum + text.split(word).length - 1, 0),
      }))
      .sort((a, b) => b.count - a.count)
      .map(({ id }) => id);
    return { ids, confident: ids.length > 0 };
  };
}

/** fuse.js as it comes, over the question and the answer. */
export function fuse(cards) {
  const engine = new Fuse(cards, { keys: ['title', 'answer'] });
  return (query) => answer(engine.search(query).map(({ item }) => item.id));
}

/** MiniSearch with its own prefix and fuzzy search, Chinese in pairs of characters. */
export function miniSearch(cards, fields = ['title', 'en', 'aliases', 'answer'], boost = 6) {
  const engine = new MiniSearch({
    fields,
    tokenize: bigrams,
    searchOptions: {
      prefix: (term) => /^[a-z]{3}/.test(term),
      fuzzy: (term) => (/^[a-z]{4}/.test(term) ? 0.2 : false),
      boost: { title: boost, en: boost, aliases: boost },
    },
  });
  engine.addAll(cards.map((card) => ({ ...card, aliases: card.aliases.join(' ; ') })));
  return (query) => answer(engine.search(query).map(({ id }) => id));
}

/** Our engine over an index made before. */
export function ours(search, index, cards) {
  return (query) => {
    const { hits, confident } = search(index, query);
    return { ids: hits.map(({ card }) => cards[card].id), confident };
  };
}

function answer(ids) {
  return { ids, confident: ids.length > 0 };
}

function textOf(card) {
  return [card.title, card.en, ...card.aliases, card.answer].join('\n');
}

/** Latin words, and the pairs of characters of Chinese runs. */
function bigrams(text) {
  return [...text.toLowerCase().matchAll(/[a-z0-9]+|\p{Script=Han}+/gu)].flatMap(([run]) => {
    if (/^[a-z0-9]/.test(run) || run.length === 1) return [run];
    return Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2));
  });
}

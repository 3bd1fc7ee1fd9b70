import { existsSync, readFileSync } from 'node:fs';

const TESTS = new URL('../../tests/search/', import.meta.url);

/** A handbook of another subject, with its own queries in `own/queries.tsv`. */
export const OTHER_DECK = new URL('own/deck.md', TESTS);

/** The queries of this project, with the split that each belongs to: `tune` (three of five) or `test`. */
export function ownQueries(file = 'queries.tsv') {
  return readFileSync(new URL(file, TESTS), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [kind, query, best = '', also = ''] = line.split('\t');
      return { kind, query, grades: { ...graded(also, 2), ...graded(best, 3) }, split: splitOf(query) };
    });
}

/**
 * A judged set of JSON lines `{ q, kind, relevant: { question of the handbook: grade } }` by the questions that the
 * cards come from; undefined when the file is not there.
 */
export function handbookQueries(file, cards) {
  if (!existsSync(file)) return undefined;
  const ids = new Map(cards.map((card) => [plain(card.from), card.id]));
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .map(({ q, kind, relevant }) => ({
      kind,
      query: q,
      grades: Object.fromEntries(
        Object.entries(relevant).map(([question, grade]) => [ids.get(plain(question)) ?? question, grade]),
      ),
    }));
}

function graded(ids, grade) {
  return Object.fromEntries(
    ids
      .split(' ')
      .filter(Boolean)
      .map((id) => [id, grade]),
  );
}

function splitOf(query) {
  return partOf(query, 5) < 2 ? 'test' : 'tune';
}

/** One of so many parts, by FNV-1a of the text, so that adding a text moves no other. */
export function partOf(text, parts) {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash % parts;
}

function plain(question) {
  return question.replaceAll('**', '').replace(/\s+/g, ' ').trim();
}

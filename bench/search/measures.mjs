/**
 * What a list of answers is worth. `best`: a best card on top; `reciprocal`: 1 / rank of the first right card
 * among ten; `five`: part of the best cards among the first five; `low`: said not to be sure.
 */
export function judge({ grades }, { ids, confident }) {
  const right = ids.slice(0, 10).map((id) => grades[id] ?? 0);
  const first = right.findIndex((grade) => grade >= 2);
  const best = Object.values(grades).filter((grade) => grade === 3).length;
  const found = right.slice(0, 5).filter((grade) => grade === 3).length;
  return {
    best: right[0] === 3 ? 1 : 0,
    reciprocal: first < 0 ? 0 : 1 / (first + 1),
    five: best === 0 ? 0 : found / Math.min(5, best),
    low: ids.length === 0 || !confident ? 1 : 0,
  };
}

export function mean(values) {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** One engine on one set of queries. */
export function measure(engine, queries) {
  const rows = queries.map((query) => ({ query, worth: judge(query, engine(query.query)) }));
  const of = (kinds) => rows.filter(({ query }) => kinds.includes(query.kind)).map(({ worth }) => worth);
  const average = (kinds, key) => mean(of(kinds).map((worth) => worth[key]));
  const answerable = 'abcdefghlw';
  return {
    all: [average(answerable, 'best'), average(answerable, 'reciprocal')],
    usual: [average('abcdefgh', 'best'), average('abcdefgh', 'reciprocal')],
    lists: [average('l', 'best'), average('l', 'reciprocal')],
    free: [average('w', 'best'), average('w', 'reciprocal'), average('w', 'five')],
    falsely: 1 - average('i', 'low'),
    sure: ['abcdefgh', 'l', 'w'].map((kinds) => 1 - average(kinds, 'low')),
    kinds: Object.fromEntries(
      [...new Set(queries.map(({ kind }) => kind))].map((kind) => [kind, average(kind, 'best')]),
    ),
  };
}

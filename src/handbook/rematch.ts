import { looseKey } from './toc.ts';

/** What is remembered of a card to know it again when its id changes. */
export interface Identity {
  readonly id: string;
  readonly title: string;
  readonly from: string;
  readonly fingerprint: string;
}

/** How a card was known again, strongest sign first. */
export type Sign = 'id' | 'from' | 'title' | 'answer';

/** What became of a card that has a history. */
export type Decision =
  | { readonly kind: 'kept'; readonly id: string }
  | { readonly kind: 'moved'; readonly id: string; readonly to: string; readonly by: Sign }
  | {
      readonly kind: 'ambiguous';
      readonly id: string;
      readonly by: Sign;
      readonly candidates: readonly string[];
    }
  | { readonly kind: 'gone'; readonly id: string };

/** Text of the handbook's question that both cards answer, title, answer: what a card keeps when its id changes. */
const SIGNS: readonly { readonly sign: Sign; readonly of: (card: Identity) => string }[] = [
  { sign: 'from', of: ({ from }) => looseKey(from) },
  { sign: 'title', of: ({ title }) => looseKey(title) },
  { sign: 'answer', of: ({ fingerprint }) => fingerprint },
];

/**
 * Matches cards that were known to the cards there are now. An id that still exists is kept. Others
 * move to a new card with the same `from`, title or answer, taken in that order, if exactly one old
 * and one new card share the sign; otherwise nothing is guessed. One decision for every old card, in
 * their order. A title counts against a `from` too: a rewritten card names the old question there.
 */
export function rematch(old: readonly Identity[], now: readonly Identity[]): Decision[] {
  const present = new Set(now.map(({ id }) => id));
  const decisions = new Map<string, Decision>();
  for (const { id } of old) if (present.has(id)) decisions.set(id, { kind: 'kept', id });
  const known = new Set(old.map(({ id }) => id));
  const free = new Set(now.filter(({ id }) => !known.has(id)));
  for (const { sign, of } of SIGNS) matchBy(sign, of, old, free, decisions);
  return old.map(({ id }) => decisions.get(id) ?? { kind: 'gone', id });
}

function matchBy(
  sign: Sign,
  of: (card: Identity) => string,
  old: readonly Identity[],
  free: Set<Identity>,
  decisions: Map<string, Decision>,
): void {
  const lost = old.filter(({ id }) => (decisions.get(id)?.kind ?? 'ambiguous') === 'ambiguous');
  const seekers = byKeys(lost, (card) => [of(card), ...(sign === 'from' ? [looseKey(card.title)] : [])]);
  const offers = byKeys([...free], (card) => [of(card)]);
  for (const card of lost) {
    const keys = [of(card), ...(sign === 'from' ? [looseKey(card.title)] : [])].filter((key) => key !== '');
    const found = new Set(keys.flatMap((key) => offers.get(key) ?? []));
    if (found.size === 0) continue;
    const rivals = new Set(keys.flatMap((key) => (offers.has(key) ? (seekers.get(key) ?? []) : [])));
    const [only] = found;
    if (found.size === 1 && rivals.size === 1 && only) {
      decisions.set(card.id, { kind: 'moved', id: card.id, to: only.id, by: sign });
      free.delete(only);
    } else if (!decisions.has(card.id)) {
      const candidates = [...found].map(({ id }) => id);
      decisions.set(card.id, { kind: 'ambiguous', id: card.id, by: sign, candidates });
    }
  }
}

function byKeys(
  cards: readonly Identity[],
  keysOf: (card: Identity) => readonly string[],
): Map<string, Identity[]> {
  const groups = new Map<string, Identity[]>();
  for (const card of cards) {
    for (const key of new Set(keysOf(card))) {
      if (key === '') continue;
      const group = groups.get(key);
      if (group) group.push(card);
      else groups.set(key, [card]);
    }
  }
  return groups;
}

import { definitionsIn, hanName, MOST_HAN } from './definitions.ts';
import type { SearchableCard } from './fields.ts';
import type { Concept, Knowledge } from './knowledge.ts';
import { isHan, joinedKey, unitsOf } from './units.ts';

/** A name that is explained by more others than this is a remark: 推荐, 默认. */
const MOST_PARTNERS = 3;
/** Names of one thing that brackets may add up to; more are several things. */
const MOST_NAMES = 5;
/** A word that more than this part of the questions has says nothing, whatever it is. */
const COMMON = 1 / 12;

/**
 * What is known for a deck without phrasings of its own: the terms of other fields that its questions ask about, and
 * the names that its texts give in brackets after one another. A name has one meaning: of the glossary first, then of
 * another field, then of the deck, then of a general word. Of a `large` deck these are only the first cards, and any
 * term may be asked about.
 */
export function withNamesOf(
  cards: readonly SearchableCard[],
  knowledge: Knowledge,
  large = false,
): Knowledge {
  if (Object.keys(knowledge.asks).length > 0) return { ...knowledge, fields: [] };
  const asked = new Questions(cards);
  const terms = knowledge.fields.filter((names) => large || names.some((name) => asked.has(name)));
  const book = new NameBook(knowledge, terms);
  const pairs = pairsIn(cards);
  // What is known already takes its new names first.
  for (const pair of pairs) if (pair.some((name) => book.has(name))) book.join(...pair);
  for (const pair of pairs) book.join(...pair);
  return { ...knowledge, fields: [], stop: asked.silent(knowledge.stop), concepts: book.concepts };
}

/** Which names the questions of a deck have. */
class Questions {
  /** One to four Latin words as one, and in how many questions each is. */
  readonly #latin = new Map<string, number>();
  readonly #text: string;
  readonly #size: number;
  readonly #isChinese: boolean;

  constructor(cards: readonly SearchableCard[]) {
    const texts = cards.flatMap(({ title, en, aliases }) => [title, en, ...aliases]).filter(Boolean);
    this.#size = texts.length;
    this.#text = texts.join('\n').toLowerCase();
    this.#isChinese = 2 * texts.filter((text) => /[\u4e00-\u9fff]/.test(text)).length > texts.length;
    for (const text of texts) {
      for (const name of new Set(windowsOf(text))) this.#latin.set(name, (this.#latin.get(name) ?? 0) + 1);
    }
  }

  has(name: string): boolean {
    return this.#latin.has(joinedKey(name)) || (/[\u4e00-\u9fff]/.test(name) && this.#text.includes(name));
  }

  /** Words that say nothing, less those that name something here: `this` and `new` in Chinese about JavaScript. */
  silent(stop: readonly string[]): readonly string[] {
    if (!this.#isChinese) return stop;
    return stop.filter((word) => {
      const count = /^[a-z]+$/.test(word) ? (this.#latin.get(joinedKey(word)) ?? 0) : 0;
      return count === 0 || count > COMMON * this.#size;
    });
  }
}

function windowsOf(text: string): string[] {
  const units = unitsOf(text);
  return units.flatMap((first, from) => {
    const names: string[] = [];
    let name = '';
    for (let at = from; at < Math.min(units.length, from + 4) && !first.han; at++) {
      const unit = units[at];
      if (!unit || unit.han || (at > from && unit.apart)) break;
      name += unit.text;
      names.push(name);
    }
    return names;
  });
}

/** Concepts with the owner of each name. */
class NameBook {
  readonly #concepts: Concept[];
  readonly #owners = new Map<string, number>();
  readonly #given: number;

  constructor({ concepts, stop, elsewhere }: Knowledge, terms: readonly (readonly string[])[]) {
    const ofTheField = new Set(
      concepts.flatMap(({ general, names }) => (general ? [] : names.map(joinedKey))),
    );
    const taken = new Set(terms.flat().map(joinedKey));
    // A term of the deck's own field is no general word there: an exception of Java is not any problem.
    this.#concepts = concepts.map((concept) =>
      concept.general
        ? { ...concept, names: concept.names.filter((name) => !taken.has(joinedKey(name))) }
        : concept,
    );
    for (const names of terms) {
      const own = names.filter((name) => !ofTheField.has(joinedKey(name)));
      if (own.length > 0) this.#concepts.push(fresh(own));
    }
    this.#given = this.#concepts.length;
    for (const word of [...stop, ...elsewhere]) this.#owners.set(joinedKey(word), NOBODY);
    for (const [number, { names }] of this.#concepts.entries())
      for (const name of names) this.#owners.set(joinedKey(name), number);
  }

  get concepts(): readonly Concept[] {
    return this.#concepts.filter(({ names }) => names.length > 0);
  }

  has(name: string): boolean {
    return this.#owners.has(joinedKey(name));
  }

  /** Two names of one thing: the unknown one becomes a name of the known one. */
  join(left: string, right: string): void {
    const [one, other] = [this.#owners.get(joinedKey(left)), this.#owners.get(joinedKey(right))];
    if (one === NOBODY || other === NOBODY || (one !== undefined && other !== undefined)) return;
    const owner = one ?? other ?? this.#concepts.length;
    const concept = this.#concepts[owner];
    const added = [left, right].filter((name) => !this.#owners.has(joinedKey(name)));
    if (concept && owner >= this.#given && concept.names.length >= MOST_NAMES) return;
    this.#concepts[owner] = concept ? { ...concept, names: [...concept.names, ...added] } : fresh(added);
    for (const name of added) this.#owners.set(joinedKey(name), owner);
  }
}

/** A stop word or a name of another field: it is joined to nothing. */
const NOBODY = -1;

function fresh(names: readonly string[]): Concept {
  const id = `deck:${joinedKey(names[0] ?? '')}`;
  return { id, weight: 1, broader: '', names, general: false, everyday: [] };
}

/** The pairs of names that cards define, the most often defined first. */
function pairsIn(cards: readonly SearchableCard[]): (readonly [string, string])[] {
  const texts = cards.map(({ title, answer }) => `${title}\n${withoutCode(answer)}`);
  const found = texts.flatMap(definitionsIn);
  const runs = found.map(({ before }) => before).filter((before) => isHan(before.charCodeAt(0)));
  const alone = standingAlone(texts, runs);
  const counts = new Map<string, { pair: readonly [string, string]; count: number }>();
  const partners = new Map<string, Set<string>>();
  for (const { before, name } of found) {
    const outer = isHan(before.charCodeAt(0)) ? hanName(before, (text) => alone.has(text)) : before;
    const [a, b] = [joinedKey(outer), joinedKey(name)];
    if (a === b || a === '' || b === '') continue;
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    counts.set(key, { pair: [outer, name], count: (counts.get(key)?.count ?? 0) + 1 });
    for (const [of, other] of [
      [a, b],
      [b, a],
    ] as const)
      partners.set(of, (partners.get(of) ?? new Set<string>()).add(other));
  }
  return [...counts.values()]
    .filter(({ pair }) => pair.every((name) => (partners.get(joinedKey(name))?.size ?? 0) <= MOST_PARTNERS))
    .sort((a, b) => b.count - a.count)
    .map(({ pair }) => pair);
}

function withoutCode(answer: string): string {
  return answer.replace(/^ *(```|~~~)[\s\S]*?^ *\1/gm, '');
}

/** A whole run of Chinese; before a bracket only where a line or an emphasis begins with it. */
const ALONE =
  /(?<![\u4e00-\u9fff])(?:[\u4e00-\u9fff]{2,8}(?![\u4e00-\u9fff（(])|(?<=^[-#>*\d. ]*|\*)[\u4e00-\u9fff]{2,8}(?=[（(]))/gm;

/** Of the ends of some runs of Chinese, those that stand alone somewhere in the texts. */
function standingAlone(texts: readonly string[], runs: readonly string[]): Set<string> {
  const ends = new Set<string>();
  for (const run of runs)
    for (let size = 2; size <= Math.min(run.length, MOST_HAN); size++) ends.add(run.slice(-size));
  const found = new Set<string>();
  if (ends.size === 0) return found;
  for (const text of texts) for (const [run] of text.matchAll(ALONE)) if (ends.has(run)) found.add(run);
  return found;
}

import type { Concept, Knowledge } from './knowledge.ts';
import { joinedKey, type Unit } from './units.ts';

/** What a name can mean. */
export interface Meaning {
  /** It says nothing about what is asked. */
  readonly stop: boolean;
  /** Id of the concept that it names, or empty. */
  readonly concept: string;
  /** Ids of concepts that people mean when they say so; for queries only. */
  readonly everyday: readonly string[];
  /** It names a thing of another field. */
  readonly elsewhere: boolean;
}

export interface ConceptFacts {
  readonly weight: number;
  readonly broader: string;
  /** All names of it; the first is the one to show. */
  readonly names: readonly string[];
}

/** The names known to the search, by their joined form. */
export interface Lexicon {
  /** The meaning of exactly this key, and whether a longer name begins with it. */
  look(key: string): { readonly meaning: Meaning | undefined; readonly more: boolean };
  concept(id: string): ConceptFacts | undefined;
  /** False when surely no name begins with this character. */
  mayBegin(code: number): boolean;
}

/** A stretch of units with one meaning; without a meaning it is a word that no name covers. */
export interface Segment {
  /** First unit, and the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly meaning: Meaning | undefined;
}

/**
 * Cuts units into the longest names, from the left; every unit that no name covers is a segment of its own.
 * `everyday` says whether ways to say a thing without naming it count.
 */
export function segmentsOf(units: readonly Unit[], lexicon: Lexicon, everyday: boolean): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  while (at < units.length) {
    const found = longestName(units, at, lexicon, everyday);
    segments.push(found ?? { from: at, to: at + 1, meaning: undefined });
    at = found?.to ?? at + 1;
  }
  return segments;
}

function longestName(
  units: readonly Unit[],
  from: number,
  lexicon: Lexicon,
  everyday: boolean,
): Segment | undefined {
  if (!lexicon.mayBegin((units[from] as Unit).text.charCodeAt(0))) return undefined;
  let best: Segment | undefined;
  let key = '';
  for (let to = from; to < units.length; to++) {
    const unit = units[to] as Unit;
    if (to > from && unit.apart) break;
    key += unit.text;
    const { meaning, more } = lexicon.look(key);
    if (meaning && (everyday || meaning.stop || meaning.concept !== '')) best = { from, to: to + 1, meaning };
    if (!more) break;
  }
  return best;
}

/** A lexicon in memory, from what is known; `encoded` feeds the compiled one. */
export class MemoryLexicon implements Lexicon {
  /** Names and beginnings of names. */
  readonly #names = new Map<string, { meaning: Meaning | undefined; more: boolean }>();
  readonly #concepts: ReadonlyMap<string, Concept>;
  /** 1 for every character that some name begins with. */
  readonly #firsts = new Uint8Array(0x1_0000);

  constructor(knowledge: Knowledge) {
    this.#concepts = new Map(knowledge.concepts.map((concept) => [concept.id, concept]));
    for (const word of knowledge.stop) this.#add(word, { stop: true });
    for (const name of knowledge.elsewhere) this.#add(name, { elsewhere: true });
    for (const { id, names, everyday } of knowledge.concepts) {
      for (const name of names) this.#add(name, { concept: id });
      for (const phrase of everyday) this.#add(phrase, { everyday: [id] });
    }
  }

  look(key: string): { meaning: Meaning | undefined; more: boolean } {
    return this.#names.get(key) ?? NOTHING;
  }

  concept(id: string): ConceptFacts | undefined {
    const concept = this.#concepts.get(id);
    return concept && { weight: concept.weight, broader: concept.broader, names: concept.names };
  }

  mayBegin(code: number): boolean {
    return this.#firsts[code] === 1;
  }

  /** Every name by its joined form. */
  names(): [string, Meaning][] {
    return [...this.#names].flatMap(([key, { meaning }]) =>
      meaning ? [[key, meaning] satisfies [string, Meaning]] : [],
    );
  }

  /** Key and code of each name, and id and facts of each concept, for the compiled lexicon. */
  encoded(): { names: Map<string, string>; concepts: Map<string, string> } {
    const names = new Map(this.names().map(([key, meaning]) => [key, encodeMeaning(meaning)]));
    const concepts = new Map(
      [...this.#concepts.values()].map(({ id, weight, broader, names }) => [
        id,
        [weight, broader, ...names].join('\t'),
      ]),
    );
    return { names, concepts };
  }

  #add(name: string, part: Partial<Meaning>): void {
    const key = joinedKey(name);
    this.#firsts[key.charCodeAt(0)] = 1;
    const entry = this.#entry(key);
    const known = entry.meaning ?? { stop: false, concept: '', everyday: [], elsewhere: false };
    const everyday = [...known.everyday, ...(part.everyday ?? [])];
    // A real name outranks a stop word of the same form: "use" against a thing called USE.
    const concept = known.concept || (part.concept ?? '');
    entry.meaning = {
      stop: concept === '' && (known.stop || part.stop === true),
      concept,
      everyday,
      elsewhere: known.elsewhere || part.elsewhere === true,
    };
    for (let end = 1; end < key.length; end++) this.#entry(key.slice(0, end)).more = true;
  }

  #entry(key: string): { meaning: Meaning | undefined; more: boolean } {
    const known = this.#names.get(key);
    if (known) return known;
    const entry = { meaning: undefined, more: false };
    this.#names.set(key, entry);
    return entry;
  }
}

const NOTHING = { meaning: undefined, more: false };

/** `!` a stop word, `^` a name of another field, `#id` a name of a concept, `~id` an everyday way to mean it. */
function encodeMeaning({ stop, concept, everyday, elsewhere }: Meaning): string {
  const parts = [
    ...(stop ? ['!'] : []),
    ...(elsewhere ? ['^'] : []),
    ...(concept ? [`#${concept}`] : []),
    ...everyday.map((id) => `~${id}`),
  ];
  return parts.join(' ');
}

export function decodeMeaning(code: string): Meaning {
  const parts = code.split(' ');
  return {
    stop: parts.includes('!'),
    concept: parts.find((part) => part.startsWith('#'))?.slice(1) ?? '',
    everyday: parts.filter((part) => part.startsWith('~')).map((part) => part.slice(1)),
    elsewhere: parts.includes('^'),
  };
}

export function decodeFacts(code: string): ConceptFacts {
  const [weight, broader, ...names] = code.split('\t');
  return { weight: Number(weight), broader: broader ?? '', names };
}

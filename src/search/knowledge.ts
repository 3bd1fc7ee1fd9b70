import { joinedKey } from './units.ts';

/** One meaning and all of its names. */
export interface Concept {
  readonly id: string;
  /** How much it counts when it is asked for, 0 to 1. */
  readonly weight: number;
  /** Id of the concept that it also stands for at half weight, or empty. */
  readonly broader: string;
  readonly names: readonly string[];
  /** A general word of the language rather than a name of the field. */
  readonly general: boolean;
  /** Ways to say it without a name of it: understood in queries only, at half weight. */
  readonly everyday: readonly string[];
}

/** What the search knows beside the cards themselves. Every part may be empty. */
export interface Knowledge {
  readonly concepts: readonly Concept[];
  /** Words and phrases that say nothing about what is asked. */
  readonly stop: readonly string[];
  /** Names of one thing each, in fields that the glossary says nothing of: for decks that ask about them. */
  readonly fields: readonly (readonly string[])[];
  /** Names of things of other fields: a question about them is most likely not for this deck. */
  readonly elsewhere: readonly string[];
  /** Card id → ways in which people ask for that card. */
  readonly asks: Readonly<Record<string, readonly string[]>>;
  /** Lines of a syllable, a space, and the characters read so; empty for no pinyin. */
  readonly pinyin: string;
}

export const NO_KNOWLEDGE: Knowledge = {
  concepts: [],
  stop: [],
  fields: [],
  elsewhere: [],
  asks: {},
  pinyin: '',
};

/** The parsed files under `data/`, as YAML gives them. */
export interface KnowledgeFiles {
  /** `glossary.yaml`: the names of the things of the field. */
  readonly glossary?: unknown;
  /** `glossary-words.yaml`: stop words, general words of both languages, and names and terms of other fields. */
  readonly words?: unknown;
  /** The files of `asks/`. */
  readonly asks?: readonly unknown[];
  /** Text of `pinyin.txt`. */
  readonly pinyin?: string;
}

/**
 * Checks the shape of the files and joins them.
 * @throws TypeError that names the first thing out of shape.
 */
export function knowledgeFrom(files: KnowledgeFiles): Knowledge {
  const words = files.words === undefined ? {} : record(files.words, 'words');
  const glossary = files.glossary === undefined ? {} : record(files.glossary, 'glossary');
  const concepts = [
    ...list(glossary['concepts'] ?? [], 'concepts').map((value) => concept(value, false)),
    ...list(words['groups'] ?? [], 'groups').map((value) => concept(value, true)),
  ];
  const linesOf = (key: string): string[] => list(words[key] ?? [], key).flatMap((line) => texts(line, key));
  const asks = Object.assign({}, ...(files.asks ?? []).map(asksOf)) as Knowledge['asks'];
  return {
    concepts,
    stop: linesOf('stop'),
    fields: list(words['fields'] ?? [], 'fields').map((names) => texts(names, 'fields')),
    elsewhere: linesOf('elsewhere'),
    asks,
    pinyin: files.pinyin ?? '',
  };
}

/** Faults in the knowledge that its shape does not show; empty when all is well. One sentence each. */
export function knowledgeFaults(knowledge: Knowledge, cardIds: ReadonlySet<string>): string[] {
  const ids = new Set<string>();
  const owners = new Map<string, string>();
  const faults: string[] = [];
  for (const { id } of knowledge.concepts) {
    if (ids.has(id)) faults.push(`concept ${id} is there twice`);
    ids.add(id);
  }
  for (const { id, broader, names } of knowledge.concepts) {
    if (broader !== '' && !ids.has(broader)) faults.push(`concept ${id}: no broader concept ${broader}`);
    for (const name of names) {
      const key = joinedKey(name);
      const owner = owners.get(key) ?? id;
      if (owner !== id) faults.push(`"${name}" names both ${owner} and ${id}`);
      owners.set(key, id);
    }
  }
  const terms = new Map<string, string>();
  for (const names of knowledge.fields) {
    for (const name of names) {
      const other = terms.get(joinedKey(name));
      if (other !== undefined) faults.push(`fields: "${name}" is a name of ${other} and of ${names[0]}`);
      terms.set(joinedKey(name), names[0] ?? '');
    }
  }
  const ofTheField = new Set(knowledge.concepts.filter(({ general }) => !general).map(({ id }) => id));
  for (const name of knowledge.elsewhere) {
    const owner = owners.get(joinedKey(name)) ?? '';
    if (ofTheField.has(owner)) faults.push(`"${name}" is called of another field, and names ${owner}`);
  }
  for (const [card, phrasings] of Object.entries(knowledge.asks)) {
    if (!cardIds.has(card)) faults.push(`asks: no card ${card}`);
    const keys = phrasings.map(joinedKey);
    const twice = phrasings.find((_, index) => keys.indexOf(keys[index] ?? '') !== index);
    if (twice !== undefined) faults.push(`asks: ${card} has "${twice}" twice`);
  }
  return faults;
}

function concept(value: unknown, general: boolean): Concept {
  const source = record(value, 'concept');
  const id = text(source['id'], 'concept id');
  return {
    id,
    general,
    weight: typeof source['weight'] === 'number' ? source['weight'] : 1,
    broader: source['broader'] === undefined ? '' : text(source['broader'], id),
    names: texts(source['names'], id),
    everyday: source['everyday'] === undefined ? [] : texts(source['everyday'], id),
  };
}

function asksOf(value: unknown): Record<string, readonly string[]> {
  const entries = Object.entries(record(value, 'asks'));
  return Object.fromEntries(entries.map(([card, phrasings]) => [card, texts(phrasings, `asks of ${card}`)]));
}

function record(value: unknown, where: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new TypeError(`${where}: a mapping is expected`);
}

function list(value: unknown, where: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new TypeError(`${where}: a list is expected`);
}

function texts(value: unknown, where: string): string[] {
  return list(value, where).map((item) => text(item, where));
}

/** YAML reads unquoted `404` or `no` as something else; such a word is taken as it was meant. */
function text(value: unknown, where: string): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  if (typeof value === 'number') return String(value);
  throw new TypeError(`${where}: a text is expected, not ${JSON.stringify(value)}`);
}

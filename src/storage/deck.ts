import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import type { Card, Topic } from '../handbook/card.ts';
import { decode } from '../handbook/decode.ts';
import { joinHandbooks, parseHandbook } from '../handbook/parse.ts';
import type { Problem } from '../handbook/problem.ts';
import type { Language } from '../language.ts';
import { messages } from '../messages.ts';
import { buildIndex, type SearchIndex } from '../search/ranking.ts';

/** A deck ready to use. */
export interface Deck {
  /** Names the deck in the review log: `k8s` for the built-in one, else the base name of its file or folder. */
  readonly id: string;
  readonly topics: readonly Topic[];
  readonly cards: readonly Card[];
  readonly problems: readonly Problem[];
  readonly index: SearchIndex;
}

export const BUILT_IN = 'k8s';

/**
 * The built-in deck, or the handbook at `path` (a Markdown file or a folder of them).
 * @throws Failure when nothing readable is there, or no question in it.
 */
export function loadDeck(context: Context, path: string | undefined, lang: Language): Deck {
  if (path === undefined) return readBuiltIn(context.root);
  const place = resolve(context.cwd, path);
  const deck = compileDeck(basename(place, extname(place)), handbookFiles(place, path, lang));
  if (deck.cards.length > 0) return deck;
  throw new Failure(messages(lang).noQuestions(path));
}

/** A source file of a deck: its name as the user knows it, and its bytes. */
export interface Source {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Parses the files of a deck and builds its index. */
export function compileDeck(id: string, sources: readonly Source[]): Deck {
  const handbooks = sources.map(({ name, bytes }) => {
    const { text, problems } = decode(bytes, name);
    const handbook = parseHandbook(text, name);
    return { ...handbook, problems: [...problems, ...handbook.problems] };
  });
  const joined = joinHandbooks(handbooks);
  return { id, ...joined, index: buildIndex(joined.cards) };
}

/**
 * The Markdown files at a place, in reading order: the file itself, or a folder's `*.md` by name.
 * @throws Failure when the place is missing, unreadable, or holds no Markdown.
 */
export function handbookFiles(place: string, path: string, lang: Language): Source[] {
  try {
    if (!statSync(place).isDirectory()) return [{ name: path, bytes: readFileSync(place) }];
    const names = readdirSync(place, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(md|markdown)$/i.test(name) && !/(^|[/\\])(node_modules|\.)/.test(name))
      .sort();
    if (names.length > 0) {
      return names.map((name) => ({ name: join(path, name), bytes: readFileSync(join(place, name)) }));
    }
  } catch (error) {
    throw new Failure(whyUnreadable(error as NodeJS.ErrnoException, path, lang));
  }
  throw new Failure(messages(lang).emptyFolder(path));
}

function whyUnreadable(error: NodeJS.ErrnoException, path: string, lang: Language): string {
  const say = messages(lang);
  if (error.code === 'ENOENT') return say.missingFile(path);
  if (error.code === 'EACCES' || error.code === 'EPERM') return say.forbiddenFile(path);
  return say.unreadableFile(path, error.code ?? String(error));
}

function readBuiltIn(root: string): Deck {
  return JSON.parse(readFileSync(join(root, 'dist', 'deck-zh.json'), 'utf8')) as Deck;
}

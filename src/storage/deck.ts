import type { Context } from '../context.ts';
import type { Card, Topic } from '../handbook/card.ts';
import type { Language } from '../language.ts';
import type { ByteSource } from '../search/bytes.ts';
import type { Finding } from '../search/finding.ts';
import type { AnswerTree } from '../terminal/answer-tree.ts';
import { keptPlace, linesFrom } from '../terminal/kept-answer.ts';
import type { Look } from '../terminal/look.ts';
import type { Line } from '../terminal/style.ts';
import { type CardHead, type DeckFile, openDeckFile } from './deck-file.ts';
import type { ShownAnswers } from './shown-answers.ts';
import { StoredCard } from './stored-card.ts';

/** The id of the built-in deck in the review log. */
export const BUILT_IN = 'k8s';

/** A compiled deck; each card is read when it is asked for. Cards are numbered from 0 in the deck's order. */
export class Deck {
  /** Names the deck in the review log: `k8s` for the built-in one, else the base name of its file or folder. */
  readonly id: string;
  readonly topics: readonly Topic[];
  readonly size: number;
  readonly #file: DeckFile;
  readonly #shown: ShownAnswers | undefined;
  #cards: readonly Card[] | undefined;

  constructor(file: DeckFile, shown?: ShownAnswers) {
    this.#file = file;
    this.#shown = shown;
    this.id = file.facts.id;
    this.topics = file.facts.topics;
    this.size = file.size;
  }

  /** What a list needs of a card. */
  head(number: number): CardHead {
    return this.#file.head(number);
  }

  card(number: number): Card {
    return this.#file.card(number);
  }

  /** The answer of a card ready to be set, where the deck keeps it. */
  tree(number: number): AnswerTree | undefined {
    return this.#file.tree(number) ?? this.#shown?.tree(number);
  }

  /** Keeps the answer of a card that was made ready because the deck had none. */
  keep(number: number, tree: AnswerTree): void {
    this.#shown?.keep(number, tree);
  }

  /** The answer of a card set for a look; undefined where it has to be set first. */
  lines(number: number, look: Look): Line[] | undefined {
    const place = keptPlace(look);
    const kept = place < 0 ? undefined : this.#file.setting(number, place);
    return kept && kept[0] <= look.columns ? linesFrom(kept) : undefined;
  }

  /** All cards; the answer of each is read when it is asked for. */
  get cards(): readonly Card[] {
    this.#cards ??= Array.from(
      { length: this.size },
      (_, number) => new StoredCard(this.head(number), () => this.#file.body(number)),
    );
    return this.#cards;
  }

  /** What a name finds, where the deck keeps it. */
  finding(name: string): Finding | undefined {
    return this.#file.finding(name);
  }

  /** The bytes of the search index, for `indexOf`. */
  get indexBytes(): ByteSource {
    return this.#file.index;
  }
}

/** Where the build puts the built-in deck of the package at `root`. */
export function builtInPath(root: string): string {
  return `${root}/dist/zh.deck`;
}

/**
 * The built-in deck, or the handbook at `path` (a Markdown file or a folder of them), compiled when it is new.
 * @throws Failure when nothing readable is there, or no question in it.
 */
export async function loadDeck(context: Context, path: string | undefined, lang: Language): Promise<Deck> {
  if (path === undefined) return new Deck(openDeckFile(builtInPath(context.root)));
  const { openUserDeck } = await import('./user-deck.ts');
  const { file, shown } = await openUserDeck(context, path, lang);
  return new Deck(file, shown);
}

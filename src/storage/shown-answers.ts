import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { AnswerTree } from '../terminal/answer-tree.ts';
import { writeCache } from './cache-file.ts';
import { fingerprint } from './fingerprint.ts';

/**
 * The answers of a large deck of the user's own that were made ready when they were first shown: a file for each, in a
 * folder beside the deck. Whoever looks something up looks it up again. Their names tell the edition of the deck by its
 * `key`, so that no answer is taken for that of another edition's card.
 */
export class ShownAnswers {
  readonly #folder: string;
  readonly #key: string;
  #edition: string | undefined;

  constructor(folder: string, key: string) {
    this.#folder = folder;
    this.#key = key;
  }

  /** The answer of a card; undefined when it was not shown yet, or what was kept of it is not whole. */
  tree(number: number): AnswerTree | undefined {
    try {
      return JSON.parse(readFileSync(this.#file(number), 'utf8')) as AnswerTree;
    } catch {
      return undefined;
    }
  }

  /** Keeps the answer of a card, where the cache can be written. */
  keep(number: number, tree: AnswerTree): void {
    writeCache(this.#file(number), Buffer.from(JSON.stringify(tree)), String(process.pid));
  }

  /** Forgets the answers of all editions. */
  clear(): void {
    try {
      rmSync(this.#folder, { recursive: true, force: true });
    } catch {
      // They stay, and are nobody's.
    }
  }

  #file(number: number): string {
    // Most look-ups need no answer from here: the key of a folder of many files takes its time.
    this.#edition ??= fingerprint(this.#key);
    return join(this.#folder, `${this.#edition}-${number}.json`);
  }
}

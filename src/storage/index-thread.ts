import type { Worker } from 'node:worker_threads';
import type { Card } from '../handbook/card.ts';
import type { Progress } from '../handbook/progress.ts';
import type { Grouped } from '../search/compile-index.ts';
import type { SearchableCard } from '../search/fields.ts';

/** What the thread is told: cards to add, or where all of them belong, which ends its work. */
export type IndexOrder =
  | { readonly cards: readonly SearchableCard[] }
  | { readonly grouped: readonly Grouped[] };

/** What the thread says: how many cards it has added, or the bytes of the index. */
export type IndexReport = number | Uint8Array;

/** So many cards go to the thread at once. */
const BATCH = 128;

/** An index that is compiled in a thread of its own while the cards are still being read. */
export class IndexThread {
  readonly #worker: Worker;
  readonly #bytes: Promise<Uint8Array>;
  #batch: SearchableCard[] = [];
  #added: Progress = () => undefined;

  constructor(worker: Worker) {
    this.#worker = worker;
    this.#bytes = new Promise((resolve, reject) => {
      worker.on('message', (said: IndexReport) =>
        typeof said === 'number' ? this.#added(said) : resolve(said),
      );
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the thread ended without an index')));
    });
    // Nobody waits for it yet; and where there is no card, nobody will.
    this.#bytes.catch(() => undefined);
    worker.unref();
  }

  /** Adds the next card; what is asked of it is its texts. */
  add({ id, title, en, aliases, from, group, topic, answer, keyPoints }: Card): void {
    this.#batch.push({ id, title, en, aliases, from, group, topic, answer, keyPoints });
    if (this.#batch.length === BATCH) this.#send();
  }

  /**
   * The bytes of the index, when all cards are added: `grouped` says where each belongs in the end.
   * @throws the error of the thread, where it could not do its work.
   */
  finish(grouped: readonly Grouped[], progress: Progress): Promise<Uint8Array> {
    this.#send();
    this.#added = (count) => progress(count / grouped.length);
    this.#order({ grouped: grouped.map(({ topic, group }) => ({ topic, group })) });
    this.#worker.ref();
    return this.#bytes;
  }

  #send(): void {
    this.#order({ cards: this.#batch });
    this.#batch = [];
  }

  #order(order: IndexOrder): void {
    this.#worker.postMessage(order);
  }
}

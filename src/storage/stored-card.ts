import type { Card, KeyPoint, Part } from '../handbook/card.ts';
import type { CardBody, CardHead } from './deck-file.ts';

/** A card of a compiled deck: what lists and queues need is there, the rest is read when it is first asked for. */
export class StoredCard implements Card {
  declare readonly id: string;
  declare readonly title: string;
  declare readonly en: string;
  declare readonly aliases: Card['aliases'];
  declare readonly group: Card['group'];
  declare readonly from: Card['from'];
  declare readonly topic: string;
  declare readonly section: string;
  declare readonly file: string;
  declare readonly line: number;
  readonly #read: () => CardBody;
  #known: CardBody | undefined;

  constructor(head: CardHead, read: () => CardBody) {
    Object.assign(this, head);
    this.#read = read;
  }

  get answer(): string {
    return this.#body.answer;
  }

  get parts(): readonly Part[] {
    return this.#body.parts;
  }

  get keyPoints(): readonly KeyPoint[] {
    return this.#body.keyPoints;
  }

  get followUps(): Card['followUps'] {
    return this.#body.followUps;
  }

  get fingerprint(): Card['fingerprint'] {
    return this.#body.fingerprint;
  }

  get #body(): CardBody {
    this.#known ??= this.#read();
    return this.#known;
  }
}

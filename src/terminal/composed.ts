import type { AlertKind, Align } from './blocks.ts';
import type { Prose } from './prose.ts';

/** A document ready to be set: as `Block`, with its words as prose. Plain JSON, kept in compiled decks. */
export type Composed =
  | {
      readonly type: 'paragraph';
      readonly body: Prose;
      /** Columns by which its later lines hang, where it begins with a number of its own. */
      readonly hang?: number;
    }
  | { readonly type: 'heading'; readonly depth: number; readonly body: Prose }
  | {
      readonly type: 'code';
      /** What the fence says, when it says something. */
      readonly info?: Prose;
      readonly lines: readonly Prose[];
    }
  | { readonly type: 'quote'; readonly alert?: AlertKind; readonly body: readonly Composed[] }
  | {
      readonly type: 'list';
      /** Number of the first item; undefined for bullets. */
      readonly start?: number;
      readonly loose: boolean;
      readonly items: readonly ComposedItem[];
    }
  | ComposedTable
  | { readonly type: 'details'; readonly summary: Prose; readonly body: readonly Composed[] }
  | { readonly type: 'rule' }
  | { readonly type: 'footnote'; readonly label: string; readonly body: readonly Composed[] };

export interface ComposedTable {
  readonly type: 'table';
  readonly align: readonly Align[];
  readonly head: readonly Prose[];
  readonly rows: readonly (readonly Prose[])[];
}

export interface ComposedItem {
  /** A task's state; undefined when the item is not a task. */
  readonly done?: boolean;
  readonly body: readonly Composed[];
}

import type { Mark } from './mark.ts';

/** A Markdown document as it was parsed. Every string in it has passed `visible`. */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'key'; readonly text: string }
  | { readonly type: 'break' }
  | { readonly type: Emphasis; readonly body: readonly Inline[] }
  | {
      readonly type: 'link';
      readonly href: string;
      /** Title of the link, or empty. */
      readonly title: string;
      /** Text of the link; of an image, its alternative text. */
      readonly body: readonly Inline[];
      readonly image?: true;
    }
  /** Reference to a footnote by its label. */
  | { readonly type: 'note'; readonly label: string };

export type Emphasis = 'strong' | 'em' | 'del' | 'underline' | 'mark';

/** The five kinds of a GFM alert. */
export type AlertKind = 'note' | 'tip' | 'important' | 'warning' | 'caution';

export type Align = 'left' | 'center' | 'right';

export interface ListItem {
  /** A task's state; undefined when the item is not a task. */
  readonly done?: boolean;
  readonly body: readonly Block[];
}

export type Row = readonly (readonly Inline[])[];

export type Block =
  | { readonly type: 'paragraph'; readonly body: readonly Inline[] }
  | { readonly type: 'heading'; readonly depth: number; readonly body: readonly Inline[] }
  | {
      readonly type: 'code';
      /** First word of the fence's information. */
      readonly lang: string;
      /** All of the fence's information. */
      readonly info: string;
      /** The code in order, each stretch with what it is; together they are the whole text. */
      readonly marks: readonly Mark[];
    }
  | { readonly type: 'quote'; readonly alert?: AlertKind; readonly body: readonly Block[] }
  | {
      readonly type: 'list';
      /** Number of the first item; undefined for bullets. */
      readonly start?: number;
      readonly loose: boolean;
      readonly items: readonly ListItem[];
    }
  | {
      readonly type: 'table';
      readonly align: readonly Align[];
      readonly head: Row;
      readonly rows: readonly Row[];
    }
  | { readonly type: 'details'; readonly summary: readonly Inline[]; readonly body: readonly Block[] }
  | { readonly type: 'rule' }
  | { readonly type: 'footnote'; readonly label: string; readonly body: readonly Block[] };

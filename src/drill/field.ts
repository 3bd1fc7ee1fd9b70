/** A text being typed, with the place where the next character goes. */
export interface Field {
  /** Code points, so that no key cuts one in half. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** A field that holds a text, with the cursor at its end. */
export function field(text = ''): Field {
  return { before: [...text], after: [] };
}

export function fieldText({ before, after }: Field): string {
  return [...before, ...after].join('');
}

/** What an editing key makes of a field; undefined when the key does not edit. `text`: what the key types. */
export function edit(state: Field, key: string, text: string): Field | undefined {
  const motion = MOTIONS[key];
  if (motion) return motion(state);
  if (text === '' || /[\u0000-\u001f\u007f]/.test(text)) return undefined;
  return { ...state, before: [...state.before, ...text] };
}

const WORD = /\s*\S+\s*$/u;

const MOTIONS: Readonly<Record<string, (state: Field) => Field>> = {
  backspace: ({ before, after }) => ({ before: before.slice(0, -1), after }),
  delete: ({ before, after }) => ({ before, after: after.slice(1) }),
  left: ({ before, after }) => ({ before: before.slice(0, -1), after: [...before.slice(-1), ...after] }),
  right: ({ before, after }) => ({ before: [...before, ...after.slice(0, 1)], after: after.slice(1) }),
  home: ({ before, after }) => ({ before: [], after: [...before, ...after] }),
  end: ({ before, after }) => ({ before: [...before, ...after], after: [] }),
  'ctrl-a': (state) => (MOTIONS['home'] as (state: Field) => Field)(state),
  'ctrl-e': (state) => (MOTIONS['end'] as (state: Field) => Field)(state),
  'ctrl-u': ({ after }) => ({ before: [], after }),
  'ctrl-k': ({ before }) => ({ before, after: [] }),
  'ctrl-w': ({ before, after }) => ({ before: [...before.join('').replace(WORD, '')], after }),
};

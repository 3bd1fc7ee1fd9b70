import { emitKeypressEvents, type Interface, type Key as RawKey } from 'node:readline';
import type { Input } from '../context.ts';

/** A key as the program means it: a printable character, or a name such as `return`, `up`, `pagedown`. */
export type Key = string;

/** A key typed: its meaning, and the text that it types into a field (empty for none). */
export interface KeyPress {
  readonly key: Key;
  readonly text: string;
}

/**
 * The meaning of a keypress. Full-width letters and digits count as the plain ones, so that keys work while a
 * Chinese input method is on; capitals stay capitals; Ctrl gives `ctrl-c`.
 */
export function keyOf(text: string | undefined, raw: RawKey): Key {
  if (raw.ctrl && raw.name) return `ctrl-${raw.name}`;
  if (raw.name === 'enter') return 'return';
  const plain = (text ?? '').normalize('NFKC');
  if (plain === ' ' || raw.name === 'space') return 'space';
  if (plain.length > 0 && !CONTROL.test(plain)) return plain;
  return raw.name ?? '';
}

const CONTROL = /[\u0000-\u001f\u007f]/;

/**
 * Milliseconds after which an escape character was the Escape key and not the beginning of another key's sequence. Such
 * sequences come in one piece; Node's own half a second is for slow modems, and felt.
 */
const ESCAPE_WAIT = 25;

/**
 * Calls `listener` for every key typed, with raw mode on; the returned function stops and restores the mode.
 * The stream is paused afterwards so that the program can end. The end of input is the key `end-of-input`.
 */
export function listenForKeys(stdin: Input, listener: (press: KeyPress) => void): () => void {
  const onKeypress = (text: string | undefined, raw: RawKey): void => {
    const types = text !== undefined && !raw.ctrl && !raw.meta && !CONTROL.test(text);
    listener({ key: keyOf(text, raw), text: types ? text : '' });
  };
  const onEnd = (): void => listener({ key: 'end-of-input', text: '' });
  emitKeypressEvents(stdin, { escapeCodeTimeout: ESCAPE_WAIT } as unknown as Interface);
  stdin.setRawMode?.(true);
  stdin.on('keypress', onKeypress);
  stdin.on('end', onEnd);
  stdin.resume();
  return () => {
    stdin.off('keypress', onKeypress);
    stdin.off('end', onEnd);
    stdin.setRawMode?.(false);
    stdin.pause();
  };
}

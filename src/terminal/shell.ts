import type { Mark } from './mark.ts';
import type { Role } from './style.ts';

/** After these a command follows. */
const BEFORE_COMMAND = new Set('if then elif else while until do time ! {'.split(' '));
const KEYWORDS = new Set(
  'if then elif else fi for while until do done case esac function in return export local set time'.split(
    ' ',
  ),
);
/** Commands whose first word is a command again. */
const PREFIXES = new Set('sudo exec nohup xargs command watch'.split(' '));

const SPACE = /[ \t]+|\\\n/y;
const COMMENT = /#.*/y;
/** What `$(…)` holds may have quotes of its own. */
const DOUBLE = /"(?:\\[\s\S]|\$\([^()"]*(?:"[^"]*"[^()"]*)*\)|[^"\\])*"/y;
const SINGLE = /\$?'[^']*'/y;
const VARIABLE = /\$\{[^}\n]*\}|\$[A-Za-z_]\w*|\$[@*#?$!\d-]/y;
const HEREDOC = /<<(-?)[ \t]*(["']?)([A-Za-z_]\w*)\2/y;
const REDIRECTION = /<<<|[0-9]?>&[0-9-]|&>>?|[<>]/y;
/** After these a new command begins. */
const SEPARATOR = /\$\(|[;&|]+|[(`\n]/y;
const WORD = /[^\s"'$`;&|()<>\\]+/y;
const ASSIGNMENT = /^[A-Za-z_]\w*\+?=/;
const NAME = /^[A-Za-z_./~][\w./~+:-]*$/;
const OPTION = /^--?[A-Za-z][\w-]*/;

/** Reads shell code from left to right; what a word is depends on whether a command may begin there. */
class Reader {
  readonly marks: Mark[] = [];
  readonly #code: string;
  #at = 0;
  #atCommand = true;
  /** Within the value of an assignment. */
  #assigning = false;
  /** Whether a command could begin where each open `$(` stands. */
  readonly #outer: boolean[] = [];
  #heredocs: { readonly end: string; readonly indented: boolean }[] = [];

  constructor(code: string) {
    this.#code = code;
  }

  read(): Mark[] {
    while (this.#at < this.#code.length) this.#next();
    return this.marks;
  }

  #next(): void {
    const before = this.#code[this.#at - 1] ?? '\n';
    const begins = /[\s;&|(`]/.test(before);
    if (this.#take('text', SPACE)) this.#assigning = false;
    else if (begins && this.#take('comment', COMMENT)) return;
    else if (this.#value(before)) this.#atCommand &&= this.#assigning;
    else if (this.#heredoc() || this.#take('text', REDIRECTION) || this.#separator()) this.#assigning = false;
    else this.#word(begins || before === '[');
  }

  /** A string or a variable: the end of the place of a command, unless it is assigned (`A="x" make`). */
  #value(before: string): boolean {
    if (this.#take('string', DOUBLE)) return true;
    if (!this.#isApostrophe(before) && this.#take('string', SINGLE)) return true;
    return this.#take('number', VARIABLE);
  }

  #take(role: Role, pattern: RegExp): boolean {
    const text = match(pattern, this.#code, this.#at);
    if (text !== '') this.#push(role, text);
    return text !== '';
  }

  #push(role: Role, text: string): void {
    const last = this.marks.at(-1);
    if (role === 'text' && last?.[0] === 'text') this.marks[this.marks.length - 1] = ['text', last[1] + text];
    else this.marks.push([role, text]);
    this.#at += text.length;
  }

  /** As in `don't`, which is no shell at all but stands in what programs print. */
  #isApostrophe(before: string): boolean {
    return /[A-Za-z]/.test(before) && /^'[a-z]/.test(this.#code.slice(this.#at, this.#at + 2));
  }

  #heredoc(): boolean {
    const text = match(HEREDOC, this.#code, this.#at);
    if (text === '') return false;
    this.#heredocs.push({ end: text.replace(/[<\-\s"']/g, ''), indented: text.startsWith('<<-') });
    this.#push('text', text);
    this.#atCommand = false;
    return true;
  }

  #separator(): boolean {
    const text = match(SEPARATOR, this.#code, this.#at);
    if (text === '') return false;
    if (text.endsWith('(')) this.#outer.push(this.#atCommand);
    this.#push('text', text);
    this.#atCommand = true;
    if (text === '\n') for (const { end, indented } of this.#heredocs.splice(0)) this.#body(end, indented);
    return true;
  }

  /** What is between `<<EOF` and `EOF` is text, whatever it looks like. */
  #body(end: string, indented: boolean): void {
    const closing = new RegExp(`^${indented ? '\\t*' : ''}${end}$`, 'm');
    const rest = this.#code.slice(this.#at);
    const length = closing.exec(rest)?.index ?? rest.length;
    if (length > 0) this.#push('string', rest.slice(0, length));
    const mark = closing.exec(rest)?.[0] ?? '';
    if (mark !== '') this.#push('text', mark);
  }

  #word(begins: boolean): void {
    const character = this.#code[this.#at] as string;
    const word = match(WORD, this.#code, this.#at);
    if (word === '') {
      this.#push('text', character);
      if (character === ')') this.#atCommand = this.#outer.pop() ?? false;
    } else if (!begins) this.#push('text', word);
    else if (!this.#atCommand || OPTION.test(word)) this.#option(word);
    else if (ASSIGNMENT.test(word)) {
      this.#push('text', word);
      this.#assigning = true;
    } else this.#first(word);
  }

  #first(word: string): void {
    if (KEYWORDS.has(word)) this.#push('keyword', word);
    else this.#push(NAME.test(word) ? 'command' : 'text', word);
    this.#atCommand = BEFORE_COMMAND.has(word) || PREFIXES.has(word);
  }

  #option(word: string): void {
    const option = OPTION.exec(word)?.[0] ?? '';
    if (option !== '') this.#push('option', option);
    if (word.length > option.length) this.#push('text', word.slice(option.length));
    this.#atCommand = false;
  }
}

function match(pattern: RegExp, code: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(code)?.[0] ?? '';
}

/** A line typed at a prompt, and those it goes on in after a backslash. */
const PROMPT = /^([ \t]*\$[ \t]+)((?:.*\\\n)*.*\n?)/gm;

/** Shell code as marks. Where there are prompts (`$ kubectl …`), everything else is what the commands printed. */
export function shellMarks(code: string): Mark[] {
  const marks: Mark[] = [];
  let last = 0;
  for (const { 0: whole, 1: prompt = '', 2: typed = '', index } of code.matchAll(PROMPT)) {
    if (index > last) marks.push(['text', code.slice(last, index)]);
    marks.push(['quiet', prompt], ...new Reader(typed).read());
    last = index + whole.length;
  }
  if (last === 0) return new Reader(code).read();
  if (last < code.length) marks.push(['text', code.slice(last)]);
  return marks;
}

import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ChalkInstance } from 'chalk';
import type { Context } from '../context.ts';
import { decode } from '../handbook/decode.ts';
import { unifyLineEnds } from '../handbook/line.ts';
import { lintCards } from '../handbook/lint.ts';
import type { Term } from '../handbook/lint-prose.ts';
import { problemMessage } from '../handbook/message.ts';
import { parseHandbook } from '../handbook/parse.ts';
import type { Problem } from '../handbook/problem.ts';
import { repairHandbook } from '../handbook/repair.ts';
import type { Language } from '../language.ts';
import { messages } from '../messages.ts';
import { handbookFiles, readSource } from '../storage/handbook-files.ts';
import { readTerms } from '../storage/terms.ts';
import { ink } from '../terminal/ink.ts';
import type { Look } from '../terminal/look.ts';
import { askYesNo } from '../terminal/question.ts';
import { json, visible, visibleLine } from '../terminal/sanitize.ts';
import { lookOf } from './look.ts';
import type { Run } from './specification.ts';

interface Checked {
  readonly file: string;
  readonly text: string;
  readonly cards: number;
  readonly problems: readonly Problem[];
}

/** Names every damage of handbooks; with `--fix` shows and writes the repairs. Exit code 1 while any is left. */
export const run: Run = async ({ words, options, context, lang }) => {
  const style = options['style'] ? readTerms(context.root) : undefined;
  const checked = words.flatMap((path) =>
    handbookFiles(resolve(context.cwd, path), path, lang).map((source) =>
      check(source.name, readSource(source, lang), style),
    ),
  );
  if (options['json']) {
    context.stdout.write(`${json({ files: checked.map((each) => asJson(each, lang)) })}\n`);
    return exitCode(checked);
  }
  const look = await lookOf(context, lang);
  if (!options['fix']) {
    const chalk = await chalkFor(look);
    context.stdout.write(`${checked.flatMap((each) => report(each, look, chalk)).join('\n')}\n`);
    return exitCode(checked);
  }
  const left: Checked[] = [];
  for (const each of checked) left.push(await fix(each, options['yes'] === true, context, look));
  return exitCode(left);
};

/** Reads a handbook; with the house's terms also judges its style. */
function check(file: string, bytes: Uint8Array, terms?: readonly Term[]): Checked {
  const { text, problems } = decode(bytes, file);
  const handbook = parseHandbook(text, file);
  const style = terms ? lintCards(handbook, { terms }) : [];
  const all = [...problems, ...handbook.problems, ...style];
  return { file, text, cards: handbook.cards.length, problems: all };
}

function exitCode(checked: readonly Checked[]): number {
  return checked.some(({ problems }) => problems.some(({ severity }) => severity !== 'info')) ? 1 : 0;
}

function asJson({ file, cards, problems }: Checked, lang: Language): unknown {
  return {
    file,
    cards,
    problems: problems.map((problem) => ({ ...problem, message: problemMessage(problem, lang) })),
  };
}

/** chalk, for weights, at the level of the look; it knows neither NO_COLOR nor pipes as we do, so it must not detect by itself. */
async function chalkFor(look: Look): Promise<ChalkInstance> {
  const { Chalk } = await import('chalk');
  return new Chalk({ level: look.level });
}

function report({ file, cards, problems }: Checked, look: Look, chalk: ChalkInstance): string[] {
  const say = messages(look.lang);
  const { bad, good, warn } = ink(look);
  const name = visibleLine(file);
  if (problems.length === 0) return [good(say.clean(name, cards))];
  const paint = { error: bad, warning: warn, info: chalk.dim };
  const lines = problems.map((problem) => {
    const mark = problem.repaired ? good(` [${say.repaired}]`) : '';
    const text = visibleLine(problemMessage(problem, look.lang));
    return `${visibleLine(problem.file)}:${problem.line}: ${paint[problem.severity](problem.code)}: ${text}${mark}`;
  });
  const repaired = problems.filter((problem) => problem.repaired).length;
  return [...lines, say.checked(name, cards, problems.length, repaired)];
}

async function fix(checked: Checked, sure: boolean, context: Context, look: Look): Promise<Checked> {
  const say = messages(look.lang);
  const name = visibleLine(checked.file);
  const { text } = repairHandbook(checked.text, checked.file);
  const ofBytes = checked.problems.filter(isOfBytes);
  if (text === checked.text && ofBytes.length === 0) {
    context.stdout.write(`${say.nothingToFix(name)}\n`);
    return checked;
  }
  // A file in another encoding, or with other line ends, would differ in every line: a sentence says it.
  for (const problem of ofBytes)
    context.stdout.write(`${name}: ${visibleLine(problemMessage(problem, look.lang))}\n`);
  const before = unifyLineEnds(checked.text);
  if (text !== before) context.stdout.write(await difference(checked.file, before, text, look));
  const tty = context.stdin.isTTY && context.stdout.isTTY;
  if (!sure && !tty) {
    context.stderr.write(`${say.fixNeedsYes}\n`);
    return checked;
  }
  if (!sure && !(await askYesNo(context, say.askWrite(name)))) {
    context.stdout.write(`${say.notWritten(name)}\n`);
    return checked;
  }
  writeFileSync(resolve(context.cwd, checked.file), text);
  context.stdout.write(`${say.written(name)}\n`);
  return check(checked.file, Buffer.from(text));
}

/** A fault of the file's bytes, which is repaired by writing its text as UTF-8 with line feeds. */
function isOfBytes({ code, repaired }: Problem): boolean {
  return repaired && (code.startsWith('encoding-') || code === 'line-ends');
}

async function difference(file: string, before: string, repaired: string, look: Look): Promise<string> {
  const { createTwoFilesPatch } = await import('diff');
  const chalk = await chalkFor(look);
  const { accent, bad, good } = ink(look);
  const name = visibleLine(file);
  const patch = createTwoFilesPatch(name, name, before, repaired, '', '', {
    context: 1,
  });
  const lines = visible(patch)
    .split('\n')
    .map((line) => {
      if (/^(?:\+{3}|-{3}) /.test(line)) return chalk.bold(line);
      if (line.startsWith('+')) return good(line);
      if (line.startsWith('-')) return bad(line);
      return line.startsWith('@@') ? accent(line) : line;
    });
  return lines.join('\n');
}

import { Command, CommanderError, type Help, Option } from 'commander';
import { COMMANDS } from './commands/all.ts';
import { LOADERS } from './commands/loaders.ts';
import { nearestCommand } from './commands/nearest.ts';
import { orFailure, perform } from './commands/perform.ts';
import type { Bilingual, CommandSpec, OptionSpec } from './commands/specification.ts';
import type { Context } from './context.ts';
import { Failure } from './failure.ts';
import { type Language, languageOf } from './language.ts';
import { messages } from './messages.ts';
import { visible } from './terminal/sanitize.ts';
import { displayWidth } from './terminal/width.ts';
import { VERSION } from './version.ts';

/**
 * Runs one command line (without `node` and the script) and gives the exit code: 0 fine, 1 the answer is "no",
 * 2 bad use or bad input, 130 interrupted. Prints what went wrong on stderr; throws only on a defect of ours.
 */
export async function main(argv: readonly string[], context: Context): Promise<number> {
  const program = new Program(context, languageOf(argv, context.env));
  return orFailure(program.run(argv), context);
}

class Program {
  readonly #context: Context;
  readonly #lang: Language;
  readonly #root: Command;
  #code = 0;

  constructor(context: Context, lang: Language) {
    this.#context = context;
    this.#lang = lang;
    this.#root = this.#buildRoot();
    for (const spec of COMMANDS) this.#add(spec);
  }

  async run(argv: readonly string[]): Promise<number> {
    const words = this.#withImpliedShow(argv);
    try {
      await this.#root.parseAsync(words, { from: 'user' });
      return this.#code;
    } catch (error) {
      // Help and version end here too; commander has printed what there was to say.
      if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
      throw error;
    }
  }

  #buildRoot(): Command {
    const zh = this.#lang === 'zh';
    const root = this.#dress(new Command('k8sq'))
      .description(
        zh
          ? 'Kubernetes 面试训练：练习、记忆、速查'
          : 'Kubernetes interview trainer: drill, remember, look up',
      )
      .usage(zh ? '[命令] [选项]' : '[command] [options]')
      .version(VERSION, '-V, --version', zh ? '版本' : 'the version')
      .addOption(new Option('--lang <zh|en>', zh ? '界面语言' : 'language of the interface'))
      .helpCommand(false)
      .enablePositionalOptions(false)
      .addHelpText('after', `\n${zh ? '例' : 'Examples'}:\n  k8sq drill\n  k8sq search hpa\n  k8sq hpa\n`);
    root.action(() => this.#perform('', [], {}));
    return root;
  }

  #add(spec: CommandSpec): void {
    const [name = '', child] = spec.name.split(' ');
    const parent = child === undefined ? this.#root : this.#family(name, spec);
    const command = this.#dress(new Command(child ?? name))
      .description(spec.says[this.#lang])
      .helpGroup(GROUPS[spec.group][this.#lang])
      .addOption(new Option('--lang <zh|en>').hideHelp());
    if (spec.args) command.arguments(spec.args);
    for (const option of spec.options) command.addOption(this.#option(option));
    const title = this.#lang === 'zh' ? '例' : 'Examples';
    command.addHelpText('after', `\n${title}:\n${spec.examples.map((line) => `  ${line}`).join('\n')}\n`);
    command.action(async () => {
      await this.#perform(spec.name, command.args, command.opts());
    });
    parent.addCommand(command);
  }

  /** The command above a two-word command such as `deck check`, made when first needed. */
  #family(name: string, spec: CommandSpec): Command {
    const known = this.#root.commands.find((command) => command.name() === name);
    if (known) return known;
    const family = this.#dress(new Command(name))
      .description((FAMILIES[name] ?? spec.says)[this.#lang])
      .helpCommand(false)
      .helpGroup(GROUPS[spec.group][this.#lang]);
    this.#root.addCommand(family);
    return family;
  }

  #option(spec: OptionSpec): Option {
    const option = new Option(spec.flags, spec.says[this.#lang]);
    const parse = spec.parse;
    return parse ? option.argParser((value) => parse(value, this.#lang)) : option;
  }

  async #perform(
    name: string,
    words: readonly string[],
    options: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const load = LOADERS[name];
    if (!load) throw new Error(`No work for the command ${name}`);
    const { run } = await load();
    this.#code = await perform(run, { words, options, context: this.#context, lang: this.#lang });
  }

  /** `k8sq hpa` means `k8sq show hpa`, unless the word is a command, or looks like one mistyped. */
  #withImpliedShow(argv: readonly string[]): readonly string[] {
    const first = argv.find((word) => !word.startsWith('-'));
    if (first === undefined || argv[0] !== first) return argv;
    const names = this.#root.commands.map((command) => command.name());
    if (names.includes(first)) return argv;
    const near = nearestCommand(first, names);
    if (near === undefined) return ['show', ...argv];
    throw new Failure(messages(this.#lang).unknownCommand(first, near));
  }

  #dress(command: Command): Command {
    const { stdout, stderr } = this.#context;
    const lang = this.#lang;
    return command
      .exitOverride()
      .showSuggestionAfterError(true)
      .helpOption('-h, --help', lang === 'zh' ? '帮助' : 'this help')
      .configureHelp({
        displayWidth: (text) => displayWidth(text),
        helpWidth: stdout.columns || 80,
        ...headings(lang),
      })
      .configureOutput({
        writeOut: (text) => stdout.write(text),
        writeErr: (text) => stderr.write(visible(text)),
        outputError: (text, write) => write(lang === 'zh' ? inChinese(text) : text),
      });
  }
}

const GROUPS = {
  practice: { zh: '练习', en: 'Practise' },
  lookup: { zh: '速查', en: 'Look up' },
  decks: { zh: '手册', en: 'Handbooks' },
  progress: { zh: '进度', en: 'Progress' },
} as const;

/** What the commands of two words have in common, by the first word. */
const FAMILIES: Readonly<Record<string, Bilingual>> = {
  deck: { zh: '自己的手册', en: 'your own handbooks' },
  progress: {
    zh: '练习记录：导出、并入、检查、重来',
    en: 'your progress: export, import, check, start over',
  },
};

function headings(lang: Language): Partial<Help> {
  const names: Record<string, string> = { 'Usage:': '用法：', 'Options:': '选项', 'Commands:': '命令' };
  return { styleTitle: (title) => (lang === 'zh' ? (names[title] ?? title) : title) };
}

/** Commander's messages come in English only; these are the ones a user can cause. */
function inChinese(message: string): string {
  const rules: readonly [RegExp, string][] = [
    [/^error: unknown option '(.+)'/m, '没有选项 $1。'],
    [/^error: unknown command '(.+)'/m, '没有命令 $1。'],
    [/^error: missing required argument '(.+)'/m, '还缺参数 $1。'],
    [/^error: option '(.+)' argument missing/m, '选项 $1 后面要跟一个值。'],
    [/^error: too many arguments.*/m, '参数太多。'],
    [/\(Did you mean (.+)\?\)/, '是想用 $1 吗？'],
  ];
  return rules.reduce((text, [pattern, chinese]) => text.replace(pattern, chinese), message);
}

// The program one would write first: every package imported at once, the handbook parsed on each start. A peer of the
// bench, to see what the design buys.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import chalk from 'chalk';
import { program } from 'commander';
import Fuse from 'fuse.js';
import matter from 'gray-matter';
import 'inquirer';
import { Marked } from 'marked';
import { markedTerminal } from 'marked-terminal';

const folder = fileURLToPath(new URL('../../data/zh', import.meta.url));
const cards = readdirSync(folder).flatMap((name) => {
  const { content, data } = matter(readFileSync(join(folder, name), 'utf8'));
  return content
    .split(/^### /m)
    .slice(1)
    .map((text) => ({
      topic: data.title,
      title: text.split('\n')[0],
      answer: text.split('\n').slice(1).join('\n'),
    }));
});
const fuse = new Fuse(cards, { keys: ['title', 'answer'], ignoreLocation: true });

program.command('search <words...>').action((words) => {
  for (const { item } of fuse.search(words.join(' ')).slice(0, 10)) console.log(chalk.bold(item.title));
});
program.command('show <words...>').action((words) => {
  const [best] = fuse.search(words.join(' '));
  console.log(new Marked(markedTerminal()).parse(`# ${best.item.title}\n${best.item.answer}`));
});
program.parse();

// One answer in a fresh process: prints the milliseconds to load the view and to render with it.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [view, file] = process.argv.slice(2);
const tree = JSON.parse(readFileSync(file, 'utf8'));
const look = {
  columns: 80,
  level: 1,
  ascii: false,
  wideAmbiguous: false,
  hyperlinks: false,
  theme: 'auto',
  lang: 'zh',
};
const start = performance.now();
const { viewAnswer } = await import(pathToFileURL(view).href);
const loaded = performance.now();
viewAnswer('', tree, { topic: '', section: '' }, look);
console.log(loaded - start, performance.now() - loaded);

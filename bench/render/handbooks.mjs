import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const OWN = fileURLToPath(new URL('../../data/zh/', import.meta.url));

/** Handbooks by path, front matter and table of contents left out; the built-in one when none is named. */
export function handbooks(paths) {
  const own = readdirSync(OWN).filter((name) => name.endsWith('.md'));
  const files = paths.length > 0 ? paths : own.map((name) => OWN + name);
  return files.map((path) => {
    const text = readFileSync(path, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
    return { path, markdown: text.replace(/<!-- TOC -->[\s\S]*?<!-- \/TOC -->/, '') };
  });
}

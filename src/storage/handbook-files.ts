import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import type { Language } from '../language.ts';
import { messages } from '../messages.ts';

/** A source file of a deck: its name as the user knows it, and where it is. */
export interface Source {
  readonly name: string;
  readonly path: string;
}

/**
 * The Markdown files at a place, in reading order: the file itself, or a folder's `*.md` by name, hidden folders
 * and `node_modules` left out. `shown` is the place as the user wrote it.
 * @throws Failure when the place is missing, unreadable, or holds no Markdown.
 */
export function handbookFiles(place: string, shown: string, lang: Language): Source[] {
  const names = reading(shown, lang, () => {
    if (!statSync(place).isDirectory()) return undefined;
    return readdirSync(place, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(md|markdown)$/i.test(name) && !/(^|[/\\])(node_modules|\.)/.test(name))
      .sort();
  });
  if (names === undefined) return [{ name: shown, path: place }];
  if (names.length === 0) throw new Failure(messages(lang).emptyFolder(shown));
  return names.map((name) => ({ name: join(shown, name), path: join(place, name) }));
}

/**
 * The bytes of a source.
 * @throws Failure when it cannot be read.
 */
export function readSource({ name, path }: Source, lang: Language): Uint8Array {
  return reading(name, lang, () => readFileSync(path));
}

function reading<T>(shown: string, lang: Language, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    const say = messages(lang);
    if (code === 'ENOENT') throw new Failure(say.missingFile(shown));
    if (code === 'EACCES' || code === 'EPERM') throw new Failure(say.forbiddenFile(shown));
    throw new Failure(say.unreadableFile(shown, code));
  }
}

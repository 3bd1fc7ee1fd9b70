import { statSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import type { Language } from '../language.ts';
import { messages } from '../messages.ts';
import { memorySource } from '../search/bytes.ts';
import { FORMAT } from '../search/index-format.ts';
import { VERSION } from '../version.ts';
import { writeCache } from './cache-file.ts';
import { DeckFile, wholeDeckFile } from './deck-file.ts';
import { fingerprint } from './fingerprint.ts';
import type { followIds } from './follow-ids.ts';
import { handbookFiles, readSource, type Source } from './handbook-files.ts';
import { readKnowledge } from './own-knowledge.ts';
import { ShownAnswers } from './shown-answers.ts';
import { pathsOf } from './user-paths.ts';

/** A handbook of the user's own, compiled, and what was made of its answers since. */
export interface UserDeck {
  readonly file: DeckFile;
  readonly shown: ShownAnswers;
}

/**
 * The compiled deck of a user's own handbook: from the cache while its files are as they were, else compiled anew.
 * @throws Failure when nothing readable is there, or no question in it.
 */
export async function openUserDeck(context: Context, path: string, lang: Language): Promise<UserDeck> {
  const place = resolve(context.cwd, path);
  const sources = handbookFiles(place, path, lang);
  const key = keyOf(sources);
  const kept = join(pathsOf(context, lang).cache, 'decks', fingerprint(place));
  const cache = `${kept}.deck`;
  const shown = new ShownAnswers(`${kept}.answers`, key);
  const known = wholeDeckFile(cache);
  if (known?.facts.key === key) return { file: known, shown };
  const { compileDeck } = await import('./compile-deck.ts');
  const { progressBar } = await import('../terminal/progress-bar.ts');
  const bar = progressBar(context, messages(lang).reading(basename(place)));
  const texts = sources.map((source) => ({ name: source.name, bytes: readSource(source, lang) }));
  const compiled = await compileDeck(
    basename(place, extname(place)),
    key,
    texts,
    readKnowledge(context.root),
    { progress: bar.step, worker: () => context.thread?.('index-worker.js') },
  );
  bar.end();
  if (compiled.cards.length === 0) throw new Failure(messages(lang).noQuestions(path));
  // The old deck is what the old ids can be told from: it stays until the history follows them.
  if (!known || (await follow(context, lang, known, compiled.cards)))
    writeCache(cache, compiled.bytes, fingerprint(key));
  shown.clear();
  return { file: new DeckFile(memorySource(compiled.bytes)), shown };
}

/** The program's version, the format of the index and, for each file, its name, inode, size and times to the nanosecond. */
function keyOf(sources: readonly Source[]): string {
  const files = sources.map(({ name, path }) => {
    const { ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
    return [name, ino, size, mtimeNs, ctimeNs].join(' ');
  });
  return [`${VERSION} ${FORMAT}`, ...files].join('\n');
}

async function follow(...args: Parameters<typeof followIds>): Promise<boolean> {
  return (await import('./follow-ids.ts')).followIds(...args);
}

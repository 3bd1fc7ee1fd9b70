import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { lintCards } from '../handbook/lint.ts';
import { problemMessage } from '../handbook/message.ts';
import { memorySource } from '../search/bytes.ts';
import { type Knowledge, knowledgeFaults, knowledgeFrom } from '../search/knowledge.ts';
import { openIndex } from '../search/search-index.ts';
import type { AnswerTree } from '../terminal/answer-tree.ts';
import { answerLines } from '../terminal/answer-view.ts';
import { KEPT_LOOKS, keptLines } from '../terminal/keep-answer.ts';
import { type KeptAnswer, keptPlace, WIDE } from '../terminal/kept-answer.ts';
import type { Look } from '../terminal/look.ts';
import { compileDeck } from './compile-deck.ts';
import { BUILT_IN, builtInPath } from './deck.ts';
import { findingsOf } from './findings.ts';
import { handbookFiles, readSource } from './handbook-files.ts';
import { readTerms } from './terms.ts';

/**
 * Compiles the built-in deck and what the search knows, of the package at `root`, into `dist/`. Gives a sentence for
 * every problem found in our own data: the build fails unless there is none.
 */
export async function compileBuiltIn(root: string): Promise<string[]> {
  const knowledge = readKnowledge(join(root, 'data'));
  const sources = handbookFiles(join(root, 'data', 'zh'), join('data', 'zh'), 'en').map((source) => ({
    name: source.name,
    bytes: readSource(source, 'en'),
  }));
  const { bytes, cards, problems, handbooks } = await compileDeck(BUILT_IN, '', sources, knowledge, {
    keepSet: settingsOf,
    keepFindings: (index, cards) => findingsOf(openIndex(memorySource(index)), knowledge, cards),
  });
  // Whoever has the old deck open goes on reading the old one.
  writeFileSync(`${builtInPath(root)}.new`, bytes);
  renameSync(`${builtInPath(root)}.new`, builtInPath(root));
  writeFileSync(join(root, 'dist', 'knowledge.json'), JSON.stringify({ ...knowledge, asks: {} }));
  const terms = readTerms(root);
  const style = handbooks.flatMap((handbook) =>
    lintCards(handbook, { terms, others: cards.filter((card) => card.file !== handbook.topic.file) }),
  );
  return [
    ...[...problems, ...style].map(
      (problem) => `${problem.file}:${problem.line}: ${problem.code}: ${problemMessage(problem, 'en')}`,
    ),
    ...knowledgeFaults(knowledge, new Set(cards.map((card) => card.id))),
  ];
}

/** An answer set for each of `KEPT_LOOKS`; none where the language of the interface shows in it. */
function settingsOf(tree: AnswerTree): KeptAnswer[] {
  const set = (look: Look): KeptAnswer[1][] => keptLines(answerLines(tree, look), look);
  const differs = KEPT_LOOKS.some((look) => !isDeepStrictEqual(set(look), set({ ...look, lang: 'en' })));
  if (differs) return [];
  return KEPT_LOOKS.map((look, place): KeptAnswer => {
    const lines = set(look);
    let from = 0;
    if (keptPlace({ ...look, columns: WIDE }) === place) {
      from = WIDE;
      while (!isDeepStrictEqual(set({ ...look, columns: from }), lines)) from++;
    }
    return [from, ...lines];
  });
}

function readKnowledge(data: string): Knowledge {
  const yaml = (name: string): unknown => parse(readFileSync(join(data, name), 'utf8'));
  const asks = join(data, 'asks');
  return knowledgeFrom({
    glossary: yaml('glossary.yaml'),
    words: yaml('glossary-words.yaml'),
    pinyin: readFileSync(join(data, 'pinyin.txt'), 'utf8'),
    asks: existsSync(asks)
      ? readdirSync(asks)
          .filter((name) => name.endsWith('.yaml'))
          .map((name) => yaml(join('asks', name)))
      : [],
  });
}

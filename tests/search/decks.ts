import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { type Knowledge, knowledgeFrom } from '../../src/search/knowledge.ts';

const data = fileURLToPath(new URL('../../data', import.meta.url));
const read = (file: string): string => readFileSync(`${data}/${file}`, 'utf8');

/** What the program ships: glossary, words, how people ask, pinyin. */
export function shippedKnowledge(): Knowledge {
  const asks = readdirSync(`${data}/asks`).filter((file) => file.endsWith('.yaml'));
  return knowledgeFrom({
    glossary: parse(read('glossary.yaml')),
    words: parse(read('glossary-words.yaml')),
    asks: asks.map((file) => parse(read(`asks/${file}`))),
    pinyin: read('pinyin.txt'),
  });
}

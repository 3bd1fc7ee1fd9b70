// Writes data/pinyin.txt: for each syllable the characters of GB 2312 that are read so. A character with several
// readings stands under each. Run it again only when pinyin-pro changes.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pinyin } from 'pinyin-pro';

const readings = (character) =>
  new Set(
    pinyin(character, { toneType: 'none', multiple: true, type: 'array', v: true }).filter((syllable) =>
      /^[a-z]+$/.test(syllable),
    ),
  );

const bySyllable = new Map();
for (const character of gb2312()) {
  for (const syllable of [...readings(character)].flatMap(asTyped)) {
    bySyllable.set(syllable, (bySyllable.get(syllable) ?? '') + character);
  }
}
const lines = [...bySyllable]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([syllable, characters]) => `${syllable} ${characters}`);
writeFileSync(fileURLToPath(new URL('../data/pinyin.txt', import.meta.url)), `${lines.join('\n')}\n`);

/** `lve` and `nve` are typed `lue` and `nue` as well. */
function asTyped(syllable) {
  return /^[ln]ve$/.test(syllable) ? [syllable, syllable.replace('v', 'u')] : [syllable];
}

/** The characters of GB 2312, levels 1 and 2: rows 16 to 87 of its table. */
function gb2312() {
  const decoder = new TextDecoder('gb2312');
  const characters = [];
  for (let row = 0xb0; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const character = decoder.decode(Uint8Array.of(row, cell));
      if (/^\p{Script=Han}$/u.test(character)) characters.push(character);
    }
  }
  return characters;
}

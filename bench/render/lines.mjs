const HAN = /\p{Script=Han}/u;
/** Begins something new: a bullet, a number, a rule, a bar. */
const START = /^\s*(?:[▪◦▸▐╌★☐☑↪]|\d+[.、]|（?\d+）|\[)/;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Paragraphs of plain output: runs of lines that belong together. */
function paragraphs(output) {
  const found = [];
  let lines = [];
  for (const line of [...output.split('\n'), '']) {
    if (line.trim() === '' || START.test(line)) {
      if (lines.length > 1) found.push(lines);
      lines = [];
    }
    if (line.trim() !== '') lines.push(line.trim());
  }
  return found;
}

function boundaries(text) {
  const found = new Set();
  for (const { index } of segmenter.segment(text)) found.add(index);
  return found;
}

/** Counts how lines end: breaks between two Han characters, those inside a word, last lines of one character. */
export function lineQuality(outputs) {
  const quality = { breaks: 0, inside: 0, widows: 0, paragraphs: 0 };
  for (const lines of outputs.flatMap(paragraphs)) {
    const words = boundaries(lines.join(''));
    let at = 0;
    for (let i = 0; i + 1 < lines.length; i++) {
      at += lines[i].length;
      if (!HAN.test(lines[i].at(-1)) || !HAN.test(lines[i + 1][0])) continue;
      quality.breaks++;
      if (!words.has(at)) quality.inside++;
    }
    const last = lines.at(-1).replace(/[^\p{L}\p{N}]/gu, '');
    if (last.length === 1 && HAN.test(last)) quality.widows++;
    quality.paragraphs++;
  }
  return quality;
}

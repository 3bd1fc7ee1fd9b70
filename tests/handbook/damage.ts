/**
 * Damage as it befalls handbooks, put into sound text at random places. Every function gives the
 * damaged text, or null when the text has no place for it. `random` is uniform in [0, 1).
 */
export type Damage = (text: string, random: () => number) => string | null;

interface Line {
  readonly index: number;
  readonly text: string;
}

function pick<T>(items: readonly T[], random: () => number): T | null {
  return items[Math.floor(random() * items.length)] ?? null;
}

/** Lines outside front matter, table of contents, code and comments. */
function bodyLines(text: string): Line[] {
  const lines = text.split('\n');
  let fence = false;
  let comment = false;
  let front = lines[0] === '---';
  return lines.flatMap((line, index) => {
    if (front) {
      if (index > 0 && line === '---') front = false;
      return [];
    }
    if (/^\s*(```|~~~)/.test(line)) {
      fence = !fence;
      return [];
    }
    if (line.startsWith('<!--')) comment = !line.includes('-->');
    else if (comment) {
      if (line.includes('-->')) comment = false;
      return [];
    }
    return fence || comment || line.startsWith('<!--') ? [] : [{ index, text: line }];
  });
}

function replaceLine(text: string, index: number, ...replacement: string[]): string {
  const lines = text.split('\n');
  lines.splice(index, 1, ...replacement);
  return lines.join('\n');
}

/** Questions that have another question above and an answer below. */
function questions(text: string): Line[] {
  return bodyLines(text).filter(({ text: line }) => line.startsWith('### '));
}

function onQuestion(change: (heading: string) => string): Damage {
  return (text, random) => {
    const heading = pick(questions(text).slice(1), random);
    return heading && replaceLine(text, heading.index, change(heading.text));
  };
}

export const loseHeading = onQuestion((heading) => heading.replace(/^### /, ''));
export const loseHeadingAndBold = onQuestion((heading) =>
  heading.replace(/^### (?:\*\*)?(.*?)(?:\*\*)?$/, '$1'),
);
export const loseHeadingToLink = onQuestion((heading) =>
  heading.replace(/^### (?:\*\*)?(.*?)(?:\*\*)?$/, '[$1]](https://promo.example.org/list/index.html)'),
);
export const breakHeadingLink = onQuestion((heading) =>
  heading.replace(/^### (?:\*\*)?(.*?)(?:\*\*)?$/, '### [$1]](https://promo.example.org/x.html)'),
);
export const strayBracket = onQuestion((heading) => `${heading}]`);
export const boldHeading = onQuestion((heading) => heading.replace(/^### (?!\*\*)(.*)$/, '### **$1**'));
export const deeperHeading = onQuestion((heading) => `#${heading}`);
export const shallowerHeading = onQuestion((heading) => heading.slice(1));
export const closeUpHeading = onQuestion((heading) => heading.replace('### ', '###'));

/** The same loss, and the table of contents forgets the question too. */
export const loseHeadingEverywhere: Damage = (text, random) => {
  const heading = pick(questions(text).slice(1), random);
  if (!heading) return null;
  const title = heading.text.slice(4);
  const lost = replaceLine(text, heading.index, title);
  const listed = lost.split('\n').findIndex((line) => line.trimStart().startsWith(`- [${title}](#`));
  return listed < 0 ? lost : replaceLine(lost, listed).replace(/\n{4,}/g, '\n\n\n');
};

/** Lines of prose: paragraphs, numbered paragraphs and items of some length. */
function prose(text: string): Line[] {
  const lines = text.split('\n');
  return bodyLines(text).filter(({ text: line, index }) => {
    if (line.length < 20 || /^[#|>[\]!<\s*-]/.test(line) || /^\d+\. /.test(line) || line.includes('](#'))
      return false;
    return (lines[index - 1] ?? '').trim() === '' && (lines[index + 1] ?? '').trim() === '';
  });
}

/** Items of lists, without those inside of code. */
function items(text: string): Line[] {
  const lines = text.split('\n');
  return bodyLines(text).filter(({ text: line, index }) => {
    if (line.length < 20 || !/^(?:- |\d+\. )/.test(line) || line.includes('](')) return false;
    return !/^ /.test(lines[index + 1] ?? '');
  });
}

/** A blank line in the middle of an item: what follows loses its place in the list. */
export const splitItem: Damage = (text, random) => {
  for (let attempt = 0; attempt < 60; attempt++) {
    const line = pick(items(text), random);
    if (!line) return null;
    const shown = line.text.replace(/<!--.*$/, '');
    const at = 6 + Math.floor(random() * (shown.length - 8));
    const [before, after] = [line.text.slice(0, at), line.text.slice(at)];
    if (!/[\p{L}，,]$/u.test(before) || !/^(?:\p{Script=Han}|[a-z])/u.test(after)) continue;
    if (/[A-Za-z]$/.test(before) !== /^[a-z]/.test(after) || before.split('`').length % 2 === 0) continue;
    return replaceLine(text, line.index, before, '', after);
  }
  return null;
};

/** A blank line in the middle of a paragraph, never where a sentence ends anyway or inside of code. */
function splitAt(fits: (before: string, after: string) => boolean): Damage {
  return (text, random) => {
    for (let attempt = 0; attempt < 60; attempt++) {
      const line = pick(prose(text), random);
      if (!line) return null;
      const at = 4 + Math.floor(random() * (line.text.length - 8));
      const [before, after] = [line.text.slice(0, at), line.text.slice(at)];
      if (
        !fits(before, after) ||
        /[。．.！!？?；;：:\s]$/.test(before) ||
        /^[\s。．.！!？?；;：:*`]/.test(after)
      )
        continue;
      if (before.split('`').length % 2 === 0 || /[*`]$/.test(before)) continue;
      return replaceLine(text, line.index, before, '', after);
    }
    return null;
  };
}

const HAN = /\p{Script=Han}/u;
export const splitHan = splitAt((before, after) => HAN.test(before.slice(-1)) && HAN.test(after.charAt(0)));
export const splitWord = splitAt((before, after) => /[A-Za-z]{2}$/.test(before) && /^[a-z]{2}/.test(after));
export const splitMixed = splitAt(
  (before, after) => HAN.test(before.slice(-1)) !== HAN.test(after.charAt(0)) && /^[\p{L}\p{N}]/u.test(after),
);
export const splitComma = splitAt((before) => /[，,、]$/.test(before));

/** A blank line between two words of a sentence in Latin letters; the space is lost with it. */
export const splitSentence: Damage = (text, random) => {
  for (let attempt = 0; attempt < 60; attempt++) {
    const line = pick(prose(text), random);
    if (!line) return null;
    const spaces = [...line.text.matchAll(/(?<=[a-z]) (?=[A-Za-z])/g)];
    const space = pick(spaces.slice(1, -1), random);
    if (space)
      return replaceLine(
        text,
        line.index,
        line.text.slice(0, space.index),
        '',
        line.text.slice(space.index + 1),
      );
  }
  return null;
};

/** An item of a counted list begins again at 1, after bullets that belong to the item above it. */
export const restartList: Damage = (text, random) => {
  const lines = text.split('\n');
  const items = bodyLines(text).filter(
    ({ text: line, index }) => /^[3-9]\. /.test(line) && /^\d+\. /.test(lines[index - 1] ?? ''),
  );
  const item = pick(items, random);
  if (!item) return null;
  const above = `${(lines[item.index - 1] as string).replace(/[。.]$/, '')}：`;
  const restarted = item.text.replace(/^\d+/, '1');
  const next = lines[item.index + 1] ?? '';
  if (/^\d+\. /.test(next)) return null;
  return replaceLine(
    replaceLine(text, item.index, '', '- 其一。', '- 其二。', '', restarted),
    item.index - 1,
    above,
  );
};

export const crlf: Damage = (text) => text.replace(/\n/g, '\r\n');
export const loneCr: Damage = (text) => text.replace(/\n/g, '\r');

/** The last line of the front matter is lost. */
export const openFrontMatter: Damage = (text) => {
  const lines = text.split('\n');
  const close = lines.indexOf('---', 1);
  return lines[0] === '---' && close > 0 ? replaceLine(text, close) : null;
};

/** The first line of the front matter is lost. */
export const headlessFrontMatter: Damage = (text) => (text.startsWith('---\n') ? text.slice(4) : null);

import type { Topic } from './card.ts';
import { idOf } from './card-comment.ts';
import { readFrontMatter } from './front-matter.ts';
import { type Finding, finding } from './problem.ts';
import type { Scan } from './scan.ts';
import { slugOf } from './slug.ts';
import { textValue, type YamlMap } from './yaml.ts';

/** The topic of a file: its front matter, then its title line, then its name. */
export function topicOf(scan: Scan, file: string): { topic: Topic; findings: Finding[] } {
  const { data, findings } = scan.front ? readFrontMatter(scan.text, scan.front) : EMPTY;
  const line = scan.text.numbers[scan.front?.from ?? 0] ?? 1;
  const base = baseName(file);
  const named = textValue(data['topic']);
  const id = idOf(slugOf(named === '' ? base : named));
  const written = textValue(data['order']);
  const order = written === '' ? 0 : Number(written);
  const notes = [...findings];
  if (!Number.isFinite(order)) {
    notes.push(
      finding('front-matter-value', lineOf(scan, 'order') ?? line, { key: 'order', value: written }),
    );
  }
  const checked = data['checked'];
  const details = typeof checked === 'object' && checked !== null ? (checked as Record<string, unknown>) : {};
  const firstHeading = scan.headings.find(({ level }) => level === 1);
  const heading = firstHeading?.title ?? '';
  return {
    topic: {
      id,
      title: textValue(data['title']) || heading || base,
      titleEn: textValue(data['titleEn']),
      order: Number.isFinite(order) ? order : 0,
      kubernetes: own(details, 'kubernetes'),
      checked: own(details, 'date'),
      file,
    },
    findings: notes,
  };
}

const EMPTY: YamlMap & { findings: Finding[] } = { data: {}, troubles: [], findings: [] };

function own(map: Record<string, unknown>, key: string): string {
  return Object.hasOwn(map, key) ? textValue(map[key]) : '';
}

/** File line of a key of the front matter. */
function lineOf({ front, text }: Scan, key: string): number | undefined {
  if (!front) return undefined;
  for (let index = front.from; index < front.to; index++) {
    if ((text.lines[index] as string).startsWith(`${key}:`)) return text.numbers[index];
  }
  return undefined;
}

function baseName(file: string): string {
  const name = file.split(/[/\\]/).at(-1) ?? file;
  return name.replace(/\.[^.]*$/, '') || 'handbook';
}

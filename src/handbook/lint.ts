import type { Card, PartKind } from './card.ts';
import { plainText, withoutComments } from './inline.ts';
import { itemsOf } from './item.ts';
import { keywordsIn } from './key-point.ts';
import { lintProse, type Term } from './lint-prose.ts';
import type { Handbook } from './parse.ts';
import { firstLineOf, PART_NAMES, partTitle } from './part.ts';
import { type Finding, finding, type Problem, problemsOf } from './problem.ts';
import { repeatedSentences } from './sentence.ts';

export interface LintOptions {
  /** House terms, as in `data/terms.yaml`. */
  readonly terms?: readonly Term[];
  /** Cards of the other handbooks of the deck: sentences must not repeat across them either. */
  readonly others?: readonly Card[];
}

/** Bounds of our own edition, in characters of plain text or in items. */
const LEAD_MOST = 120;
const POINTS = { least: 3, most: 7 };
const FOLLOWUPS = { least: 2, most: 5 };
const PITFALLS = { least: 2, most: 6 };

/** Every card of our edition has these parts; the comparison and the example only where they help. */
const NEEDED: readonly PartKind[] = ['points', 'followups', 'pitfalls', 'references'];
const DOC_LINK = /^https:\/\/kubernetes\.io\/(?:zh-cn\/)?docs\/(?:[\w.-]+\/)+(?:#[^\s]*)?$/;
const DOC_SITE = /https?:\/\/(?:[\w-]+\.)*(?:kubernetes\.io|k8s\.io)\/[^\s)>\]]*/g;

/** The house style of our own edition: what an author still has to do. Asked for, never part of reading. */
export function lintCards(handbook: Handbook, options: LintOptions = {}): Problem[] {
  const { cards, topic } = handbook;
  const findings = cards.flatMap((card) => [
    ...lintMeta(card),
    ...lintLead(card),
    ...lintParts(card),
    ...lintPoints(card),
    ...lintCounts(card),
    ...lintLinks(card),
    ...lintFences(card),
    ...card.parts.flatMap((part) => lintProse(part.markdown, firstLineOf(part), options.terms ?? [])),
    ...lintProse(card.title, card.line, options.terms ?? []),
  ]);
  findings.push(...repeatedSentences(cards, options.others ?? []));
  return problemsOf(topic.file, findings);
}

function lintMeta({ en, aliases, title, line }: Card): Finding[] {
  const missing = [...(en === '' ? ['en'] : []), ...(aliases.length === 0 ? ['aliases'] : [])];
  return missing.map((key) => finding('style-meta-missing', line, { title, key }));
}

function lintLead({ parts, title, line }: Card): Finding[] {
  const lead = parts.find(({ kind }) => kind === 'lead');
  if (!lead) return [finding('style-lead-missing', line, { title })];
  const first = lead.markdown.split(/\n\s*\n/, 1)[0] ?? '';
  const count = [...plainText(first.replaceAll('\n', ''))].length;
  return count > LEAD_MOST ? [finding('style-lead-long', lead.line, { title, count, most: LEAD_MOST })] : [];
}

function lintParts({ parts, title, line }: Card): Finding[] {
  const findings: Finding[] = [];
  const order = PART_NAMES.map(([kind]) => kind);
  const named = parts.filter(({ kind }) => order.includes(kind));
  const seen = new Set<PartKind>();
  let latest = -1;
  for (const part of named) {
    const place = order.indexOf(part.kind);
    if (seen.has(part.kind))
      findings.push(finding('style-part-repeated', part.line, { title, part: part.title }));
    else if (place < latest)
      findings.push(finding('style-part-order', part.line, { title, part: part.title }));
    seen.add(part.kind);
    latest = Math.max(latest, place);
  }
  const lang = /\p{Script=Han}/u.test(title) ? 'zh' : 'en';
  for (const kind of NEEDED) {
    if (!seen.has(kind))
      findings.push(finding('style-part-missing', line, { title, part: partTitle(kind, lang) }));
  }
  return findings;
}

function lintPoints({ parts, keyPoints, title, line }: Card): Finding[] {
  const part = parts.find(({ kind }) => kind === 'points');
  if (!part) return [];
  const findings: Finding[] = [];
  const count = keyPoints.length;
  const { least, most } = POINTS;
  if (count < least || count > most)
    findings.push(finding('style-points-count', part.line, { title, count, ...POINTS }));
  if (!keyPoints.some(({ must }) => must)) findings.push(finding('style-points-must', part.line, { title }));
  part.markdown.split('\n').forEach((text, offset) => {
    if (!/^(?:[-*+]|\d+\.)\s/.test(text)) return;
    const at = firstLineOf(part) + offset;
    const shown = withoutComments(text)
      .replace(/^\S+\s+(?:★\s*)?/, '')
      .trim();
    if (!/^\*\*[^*]+\*\*[：:]/.test(shown)) findings.push(finding('style-point-name', at, { text: shown }));
    if (keywordsIn(text) === null) findings.push(finding('style-point-keywords', at, { text: shown }));
  });
  return part.line > 0 ? findings : findings.map((each) => ({ ...each, line }));
}

function lintCounts({ parts, followUps, title }: Card): Finding[] {
  const findings: Finding[] = [];
  for (const part of parts) {
    const args = {
      title,
      count: part.kind === 'followups' ? followUps.length : itemsOf(part.markdown).length,
    };
    const within = ({ least, most }: { least: number; most: number }) =>
      args.count >= least && args.count <= most;
    if (part.kind === 'followups' && !within(FOLLOWUPS))
      findings.push(finding('style-followups-count', part.line, { ...args, ...FOLLOWUPS }));
    if (part.kind === 'pitfalls' && !within(PITFALLS))
      findings.push(finding('style-pitfalls-count', part.line, { ...args, ...PITFALLS }));
    if (part.kind === 'references' && !/\]\(https?:/.test(part.markdown))
      findings.push(finding('style-references-count', part.line, { title }));
  }
  return findings;
}

function lintLinks({ parts }: Card): Finding[] {
  return parts.flatMap((part) =>
    part.markdown.split('\n').flatMap((text, offset) => {
      if (part.kind === 'example') return [];
      const links = [...text.matchAll(DOC_SITE)].map(([url]) => url);
      return links
        .filter((url) => /kubernetes\.io\/(?:[\w-]+\/)?docs\b/.test(url) && !DOC_LINK.test(url))
        .map((url) => finding('style-doc-link', firstLineOf(part) + offset, { url }));
    }),
  );
}

function lintFences({ parts }: Card): Finding[] {
  return parts.flatMap((part) => {
    let fence = '';
    return part.markdown.split('\n').flatMap((text, offset) => {
      const mark = /^\s*(`{3,}|~{3,})(.*)$/.exec(text);
      if (!mark?.[1]) return [];
      if (fence !== '') {
        if (mark[1].startsWith(fence) && mark[2]?.trim() === '') fence = '';
        return [];
      }
      fence = mark[1];
      return mark[2]?.trim() === '' ? [finding('style-fence-language', firstLineOf(part) + offset)] : [];
    });
  });
}

import { questionSigns } from './question.ts';
import { firstUnit, lastUnit, type Vocabulary } from './vocabulary.ts';
import { joinedWord } from './word-join.ts';

/** Two neighbouring paragraphs, and the habits of the text around them. */
export interface Seam {
  /** Last line of the first one, without white space at its end. */
  readonly before: string;
  /** First line of the second one, without white space at its start. */
  readonly after: string;
  /** The first paragraph is an item of a list whose items are sentences. */
  readonly item: boolean;
  /** Text of the first paragraph without its marker. */
  readonly text: string;
  /** Share of the paragraphs of the handbook that end with punctuation. */
  readonly habit: number;
}

const WORD_END = /[\p{L}\p{N}]$/u;
const LATIN_END = /[A-Za-z]+$/;
const HAN_END = /\p{Script=Han}$/u;
const HAN_START = /^\p{Script=Han}/u;
const OPEN_END = /[，,、（(“「『【《[/+&=—–]$|\s[-–—]$/;
const CLOSING_START = /^[，。、；：？！,;）)”」』】》](?!\s*$)|^[.?!:]\s/;
/** Characters that begin no sentence, with the words excepted in which they do. */
const NO_START =
  /^(?:的(?![确士])|了(?![解如然])|着(?![重手眼陆])|们|吗|呢[^，]|等(?![待到级于价同等一])|性(?![能格质别])|化(?![学工名])|是(?!否|的))/;
/** Words that seldom begin a sentence. */
const GOES_ON =
  /^(?:在于|适用|用于|可以|可能|会(?![议话])|将(?!来)|能(?![力量])|都|也|还|并(?![行发])|而(?!且)|则|就(?!绪)|才|被|把|来(?![源自])|从而|以及|或(?!者)|和|与|及(?!时)|于|至|中(?![间心国断文])|上(?![下述面游线层])|里|内(?![存核容部置])|本身|字段|等(?![待到级于价同一]))/;
/** Words after which a sentence goes on. */
const NO_END =
  /(?:[和与或及在将把被对为从由向给使让如于并而但即应可能会要需不该每各其以此该有是的]|以下|例如|比如|包括|通过|根据|基于|用于|关于|等于|因为|所以|如果|虽然|可以|需要|必须|应该|能够|一个|一种|这个|这些|多个|几种|某个|进行|实现|提供|具有|其中|以及|或者|并且|以便|属于|位于|称为)$/;
const NO_END_EN =
  /(?:^|[^A-Za-z0-9'’-])(?:a|an|the|of|to|in|on|for|with|and|or|by|as|is|are|was|be|that|which|from|at|its|their|this|these|can|will|may|must|should|not|into|than|between|if|when|because|each|every|any|such|has|have|does|only|also|using|via|per)$/;
/** After these even a capital letter goes on with the sentence: it begins a name. */
const NO_END_BEFORE_NAME =
  /(?:^|[^A-Za-z0-9'’-])(?:a|an|the|of|to|in|on|for|with|by|as|is|are|was|from|at|into|than|between|via|per|its|their|using)$/;
/** `类别：注解`, `Type: label`: a table written as lines. */
const LABELLED = /^[\p{L} ]{1,12}[：:]/u;
/** Words that begin sentences: after them a new paragraph is more likely than a broken one. */
const STARTS =
  /^(?:首先|其次|再次|最后|此外|另外|同时|综上|总之|总的|总结|因此|所以|然而|不过|但是|虽然|如果|当|在|这|它|通过|对于|关于|例如|比如|注意|以下|下面|为了|由于|默认|你|我|一般|通常|使用|第[一二三四五六七八九十])/;
/** Commands that stand alone on a line are no sentences. */
const COMMAND =
  /^(?:kubectl|kubeadm|docker|helm|curl|wget|sudo|apt|apt-get|yum|dnf|npm|npx|git|cd|ls|cat|echo|export|etcdctl|crictl|systemctl|minikube|kind|make|go|python3?|pip|ssh|cp|mv|rm|mkdir|chmod|set)\s/;

/** Where so many paragraphs end with punctuation, one that does not was cut off. */
const STRICT = 0.98;

/** From this much evidence on two paragraphs are one that a blank line split. */
export const SPLIT = 3;

/** The evidence that a blank line split one sentence; `SPLIT` and more is enough. */
export function splitEvidence(seam: Seam, vocabulary: Vocabulary): number {
  const { before, after, text } = seam;
  if (/^[*_#`<>|![{]|^https?:/.test(after) || isCommand(seam)) return unbalanced(before, after) ? SPLIT : 0;
  if (/[。．.！!？?；;：:…]["”'’*_`）)]*$/.test(before))
    return unbalanced(before, after) && /^\p{Ll}/u.test(after) ? SPLIT : 0;
  if (OPEN_END.test(before) && /[\p{L}\p{N}]/u.test(text)) return SPLIT;
  if (text === '' || CLOSING_START.test(after)) return SPLIT;
  if (unbalanced(before, after)) return SPLIT;
  if (!WORD_END.test(before)) return 0;
  if (LABELLED.test(text) && LABELLED.test(after)) return 0;
  const adjoining = vocabulary.adjoin(lastUnit(before), firstUnit(after));
  return seamEvidence(seam, vocabulary) + proseEvidence(seam, adjoining);
}

/** `go` and `make` are words too: after a word that ends no sentence they are no commands. */
function isCommand({ before, after }: Seam): boolean {
  return COMMAND.test(after) && !NO_END_EN.test(before);
}

/** What the two pieces of text next to the seam say. */
function seamEvidence(seam: Seam, vocabulary: Vocabulary): number {
  const [before, after] = [seam.before.slice(-80), seam.after.slice(0, 80)];
  let evidence = 0;
  if (NO_START.test(after)) evidence += 4;
  if (NO_END.test(before) || NO_END_EN.test(before)) evidence += 2;
  if (LATIN_END.test(before) && /^[a-z]/.test(after))
    evidence += joinedWord(before, after, vocabulary) ? 4 : / \S+ \S+ /.test(before) ? 3 : 2;
  else if (GOES_ON.test(after)) evidence += 2;
  if (vocabulary.adjoin(lastUnit(before), firstUnit(after))) {
    evidence += HAN_END.test(before) === HAN_START.test(after) ? 2 : 1;
  }
  return evidence;
}

/** What the first paragraph as a whole says: prose that stops in the middle, or a label. */
function proseEvidence({ text, after, item, habit }: Seam, adjoining: boolean): number {
  const label = LABELLED.test(text) && text.length <= 30;
  const long = /[，。、；：（,;]|\w, |\w: /.test(text) || text.length >= 40 || text.split(' ').length >= 8;
  const prose = item || (long && !label);
  const strict = habit >= STRICT;
  const starts = STARTS.test(after);
  let evidence = prose ? 1 : -1;
  if (habit >= 0.95) evidence += 2;
  else if (habit >= 0.85) evidence += 1;
  else if (habit < 0.6) evidence -= 1;
  // A label that names something may stand above its paragraph; a longer piece is cut off.
  if (strict && !starts)
    evidence += prose ? 1 : text.length >= 8 && !label && !questionSigns(text).noun ? 2 : 0;
  if (starts) evidence -= strict && prose ? 1 : 2;
  // In Latin script a capital begins a sentence, unless the one above can not end there.
  const capital = /^[A-Z]/.test(after) && !NO_END_BEFORE_NAME.test(text) && !HAN_END.test(text) && !adjoining;
  if (capital && !(strict && prose && /\p{Script=Han}/u.test(text))) evidence -= 2;
  return evidence;
}

/** A bracket, a quotation, bold text or code that opens in one piece and closes in the other. */
function unbalanced(before: string, after: string): boolean {
  const [head, tail] = [before.slice(-2000), after.slice(0, 2000)];
  for (const [open, close] of ['()', '（）', '“”', '「」', '【】', '《》']) {
    // The second piece first: after many joins the first one is long.
    if (
      excess(tail, close as string, open as string) > 0 &&
      excess(head, open as string, close as string) > 0
    )
      return true;
  }
  return (odd(tail, '**') && odd(head, '**')) || (odd(tail, '`') && odd(head, '`'));
}

/** How many more `open` than `close` a text has; below 0 it does not matter how many less. */
function excess(text: string, open: string, close: string): number {
  if (!text.includes(open)) return -1;
  return text.split(open).length - text.split(close).length;
}

function odd(text: string, mark: string): boolean {
  return text.split(mark).length % 2 === 0;
}

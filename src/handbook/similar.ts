/** Words that say nothing about what a question is about. */
const EMPTY_ZH =
  /是什么|有哪些|有什么|有何|什么是|什么|为什么|如何|怎么|怎样|哪些|哪种|请你?(?:简述|解释|描述|说明|谈谈|介绍)|它们?的?|及其|以及|之间的|之间|中的?|[的与和或及在了吗呢是把被将从到为用]|[？?，,。.：:；;！!、（）()“”"'‘’/]/g;
const EMPTY_EN = new Set(
  (
    'a an the of in on to for and or is are do does did you your what how why when which where who with between ' +
    'it its be can from by as at this that explain describe kubernetes k8s difference differences there vs'
  ).split(' '),
);

/**
 * The words a text is about: Latin words in lower case and singular, pairs of neighbouring Han
 * characters; words of asking and the product's own name left out.
 */
export function contentTokens(text: string): string[] {
  const tokens: string[] = [];
  const lower = text.toLowerCase().replace(EMPTY_ZH, ' ');
  for (const [run] of lower.matchAll(/[a-z0-9][a-z0-9+#.-]*|\p{Script=Han}+/gu)) {
    if (/^[a-z0-9]/.test(run)) {
      const word = run.replace(/[.-]+$/, '');
      if (!EMPTY_EN.has(word) && word !== '') tokens.push(singular(word));
    } else if (run.length === 1) tokens.push(run);
    else for (let index = 0; index + 1 < run.length; index++) tokens.push(run.slice(index, index + 2));
  }
  return tokens;
}

function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}

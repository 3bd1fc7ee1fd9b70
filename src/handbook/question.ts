/** Signs by which a line of text reads as the title of a question. */
const MARK = /[？?]["”'’)）]*$/;
const ASKS_ZH =
  /^(?:请|试|简)(?:你|您|先|试)?(?:简述|解释|描述|说明|说说|谈谈|列举|介绍|述|论述|比较|对比)|^(?:如何|怎么|怎样|为什么|为何|什么是|何为|哪些|哪种|哪个|是否)|(?:是什么|有哪些|有何(?:区别|不同|作用|用途)|什么(?:区别|不同|关系|作用|用途|优势)|怎么办|怎么做|为什么)$/;
const ASKS_INSIDE_ZH = /如何|怎么|怎样|为什么|什么|哪些|哪种|哪个|有何|为何|是否|吗$|呢$/;
const ASKS_EN =
  /^(?:\d{1,3}[.)]\s+|q\d{0,3}[.:)]\s*)?(?:what|how|why|when|which|where|who|whose|is|are|was|can|could|should|does|do|did|will|would|explain|describe|compare|list|name|define|discuss|tell)\b/i;
const ORDERS_EN = /^(?:explain|describe|compare|define|discuss)\s/i;
const NOUN_ZH =
  /(?:区别|用途|作用|关系|原理|机制|策略|概念|类型|规则|指标|场景|优势|优缺点|流程|方案|架构|组件|特点|方式|方法|异同|对比|搭建|备份|配置|原则|条件|步骤|过程|模型|算法|级别)$/;
const OPENS_SENTENCE =
  /^(?:那么|那|但是|但|所以|因此|这些|这|它们|它|其中|首先|其次|再次|最后|然后|此外|另外|同时|而|因为|由于|如果|例如|比如|注意|总之|总结|综上|以上|以下|答|解答|答案|so|but|then|and|this|these|it|they|note|for example|answer)(?![a-z])/i;

/** The end of a title that is looked at; nobody asks at greater length. */
const LONGEST = 300;

export interface QuestionSigns {
  /** Ends with a question mark. */
  readonly mark: boolean;
  /** Has the words of a question or of an order to explain. */
  readonly asks: boolean;
  /** Asks so plainly that no question mark is needed. */
  readonly asksPlainly: boolean;
  /** A noun phrase as titles end. */
  readonly noun: boolean;
  /** Begins as sentences in the middle of a text do. */
  readonly connects: boolean;
}

/** Whether a text ends with a question mark, as `questionSigns` tells among much else. */
export function endsAsQuestion(text: string): boolean {
  return MARK.test(text);
}

/** What a title's plain text shows. */
export function questionSigns(title: string): QuestionSigns {
  const core = title.replace(/[？?。.!！\s]+$/, '');
  const asksPlainly = ASKS_ZH.test(core) || ORDERS_EN.test(core) || (ASKS_EN.test(core) && MARK.test(title));
  return {
    mark: endsAsQuestion(title),
    asks: asksPlainly || ASKS_INSIDE_ZH.test(core) || ASKS_EN.test(core),
    asksPlainly,
    noun: NOUN_ZH.test(core),
    connects: OPENS_SENTENCE.test(core),
  };
}

/** Whether a heading of this title asks something. */
export function readsAsQuestion(title: string): boolean {
  const signs = questionSigns(title.slice(-LONGEST));
  return !signs.connects && (signs.mark || signs.asks);
}

/** Answers that a title announces end in a colon; titles do not. Sentences end in a full stop; orders may. */
export function canEndTitle(title: string): boolean {
  if (/[，,、；;：:…—]$/.test(title)) return false;
  if (!/[。.!！]$/.test(title)) return true;
  return /^(?:请|试述|简述|explain\b|describe\b|compare\b|discuss\b|list\b|name\b|define\b)/i.test(title);
}

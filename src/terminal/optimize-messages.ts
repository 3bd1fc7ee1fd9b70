import type { Language } from '../language.ts';
import { grouped } from './number.ts';

export interface OptimizeMessages {
  readonly tooFew: (reviews: number, needed: number) => string;
  readonly fitting: (reviews: number, elapsed: string) => string;
  readonly heldOut: (count: number) => string;
  readonly before: string;
  readonly after: string;
  readonly change: (percent: string) => string;
  readonly adopted: string;
  readonly kept: string;
  readonly keptFew: string;
  readonly noOptimizer: string;
  readonly failed: (reason: string) => string;
}

const zh: OptimizeMessages = {
  tooFew: (reviews, needed) =>
    `现在有 ${grouped(reviews)} 次复习，满 ${grouped(needed)} 次才能拟合出比默认更准的参数；在此之前用默认参数`,
  fitting: (reviews, elapsed) => `正在用 ${grouped(reviews)} 次复习拟合，已用 ${elapsed}`,
  heldOut: (count) => `用没有参与拟合的 ${grouped(count)} 次复习检验（对数损失，越小越准）`,
  before: '现在的参数',
  after: '新参数',
  change: (percent) => `相差 ${percent}`,
  adopted: '已换用新参数，各题的到期日随之重算',
  kept: '新参数没有明显更准，保留现在的参数',
  keptFew: '能用来检验的复习太少，看不出差别，保留现在的参数',
  noOptimizer: '这台机器上没有可用的参数优化程序（它按系统提供）。其他功能不受影响，继续用默认参数即可',
  failed: (reason) => `参数拟合没有成功（${reason}），保留现在的参数`,
};

const en: OptimizeMessages = {
  tooFew: (reviews, needed) =>
    `You have ${grouped(reviews)} reviews; parameters of your own beat the defaults from ${grouped(needed)} on. The defaults stay`,
  fitting: (reviews, elapsed) => `Fitting to ${grouped(reviews)} reviews, ${elapsed}`,
  heldOut: (count) => `Judged on ${grouped(count)} reviews that were held out (log-loss: less is better)`,
  before: 'now',
  after: 'fitted',
  change: (percent) => `difference ${percent}`,
  adopted: 'The fitted parameters are in use now, and every due date follows them',
  kept: 'The fitted parameters are not clearly better; the present ones stay',
  keptFew: 'Too few reviews to judge by; the present parameters stay',
  noOptimizer: 'The optimiser has no build for this system. Everything else works; the defaults stay',
  failed: (reason) => `The fit did not succeed (${reason}); the present parameters stay`,
};

/** What fitting the parameters says, in a language. */
export function optimizeMessages(lang: Language): OptimizeMessages {
  return lang === 'zh' ? zh : en;
}

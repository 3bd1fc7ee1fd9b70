import { WORDS } from './word-table.ts';

/** Longest word of the table. */
const LONGEST = 4;
/** Cost of a character by itself, on the scale of the logarithm of a word's rank. */
const SINGLE = 9;

/** Terms of the field that jieba divides; they come before all other words. */
const TERMS =
  '命名空间 控制平面 工作负载 持久卷 存储类 调度器 控制器 亲和性 反亲和 容忍度 选择算符 滚动更新 扩缩容 限制值 请求值 服务发现 负载均衡 服务网格 有状态 无状态 就绪探针 存活探针 启动探针 边车容器 准入控制 垃圾收集 金丝雀 灰度发布 静态 终结器';

let ranks: Map<string, number> | undefined;

function table(): Map<string, number> {
  if (ranks) return ranks;
  ranks = new Map();
  for (const word of `${TERMS} ${WORDS}`.split(' ')) if (!ranks.has(word)) ranks.set(word, ranks.size);
  return ranks;
}

/** Cost of a word: by Zipf's law the logarithm of its rank stands for that of its frequency. */
const costOf = (rank: number): number => Math.log(rank + 30);

/**
 * For each character of a stretch of Han: would a break after it fall inside a word? The stretch is divided into the
 * words that are most likely together (least sum of costs, by dynamic programming).
 */
export function insideWord(han: string): boolean[] {
  const words = table();
  const characters = han.length > 1 && /[\ud800-\udfff]/.test(han) ? Array.from(han) : han;
  const count = characters.length;
  const best = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY);
  const length = new Uint8Array(count + 1);
  best[0] = 0;
  for (let end = 1; end <= count; end++) {
    let word = '';
    for (let size = 1; size <= Math.min(LONGEST, end); size++) {
      word = characters[end - size] + word;
      const rank = size === 1 ? -1 : words.get(word);
      if (rank === undefined) continue;
      const cost = size === 1 ? SINGLE : costOf(rank);
      const total = (best[end - size] ?? 0) + cost;
      if (total < (best[end] ?? 0)) {
        best[end] = total;
        length[end] = size;
      }
    }
  }
  const inside: boolean[] = new Array(count).fill(false);
  for (let end = count; end > 0; end -= length[end] ?? 1) {
    for (let at = end - (length[end] ?? 1); at < end - 1; at++) inside[at] = true;
  }
  return inside;
}

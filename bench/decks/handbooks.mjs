import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generator } from '../learners/random.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What stands in front of a question, and names that it may be about: a large deck has words of its own. */
const PLACES =
  '生产集群 测试环境 边缘机房 订单系统 支付平台 日志平台 推荐服务 网关团队 数据仓库 离线任务 金融机房 海外区域'.split(
    ' ',
  );
const HAN = '仓栈桥港峰岭湖湾岛滩溪谷原野林园圃庄舍楼阁塔亭廊桅帆舵锚缆桨';

/** The questions of our own edition as Markdown, comments and all. */
function editionCards() {
  const folder = join(root, 'data', 'zh');
  return readdirSync(folder).flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split(/^(?=### )/m)
      .slice(1)
      .map((card) => card.replace(/^## .*$/gm, '').trimEnd()),
  );
}

/** The questions of a posted handbook: no comments, no ids, the damage that such pages have. */
function postedCards() {
  return readFileSync(join(root, 'tests', 'fixtures', 'handbook', 'posted.md'), 'utf8')
    .split(/^(?=### )/m)
    .slice(1)
    .map((card) => card.replace(/^## .*$/gm, '').trimEnd());
}

/**
 * A handbook of `count` questions in one text. Each is one of the given cards with a question of its own, an eighth of
 * its lines taken from the same kind of line in another card, and some of its names changed.
 */
function handbook(cards, count, random) {
  const kinds = new Map();
  for (const card of cards)
    for (const line of card.split('\n')) kinds.set(kindOf(line), [...(kinds.get(kindOf(line)) ?? []), line]);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const word = () => pick(HAN) + pick(HAN);
  const parts = ['---\ntitle: 大手册\n---\n'];
  for (let number = 0; number < count; number++) {
    if (number % 25 === 0) parts.push(`## ${word()}部分 ${number}\n`);
    const own = `${pick(['web', 'api', 'job', 'cache', 'auth', 'pay'])}${Math.floor(random() * count)}`;
    let fence = false;
    const lines = pick(cards)
      .split('\n')
      .map((line, at) => {
        if (at === 0) return `### ${pick(PLACES)}的${word()}里，${line.slice(4).replaceAll('**', '')}`;
        if (/^\s*```/.test(line)) fence = !fence;
        if (fence) return line.replace(/\b(?:web|nginx|app|demo)\b/g, own);
        if (/^id: /.test(line)) return `${line}-${number}`;
        if (/^(?:group|from): /.test(line)) return '';
        const kind = kindOf(line);
        const chosen = kind !== '' && random() < 1 / 8 ? pick(kinds.get(kind)) : line;
        return random() < 0.1 ? chosen.replace(/[。；]/, `，${word()}里的 ${own} 也一样。`) : chosen;
      });
    parts.push(`${lines.filter((line, at) => line !== '' || at > 8).join('\n')}\n`);
  }
  return parts.join('\n');
}

/** Lines of one kind may change places; '' is a line that stays. */
function kindOf(line) {
  if (/^- ★ \*\*/.test(line)) return 'must';
  if (/^- \*\*/.test(line)) return 'point';
  if (/^\d+\. \*\*/.test(line)) return 'follow-up';
  return /^(?:- |\d)/.test(line) ? 'item' : '';
}

/** Cards as full as those of our own edition: about 2,900 characters each. */
export function fullHandbook(count, seed = 1) {
  return handbook(editionCards(), count, generator(seed).uniform);
}

/** Cards as people post them, damage and all: a few hundred characters each. */
export function postedHandbook(count, seed = 1) {
  return handbook(postedCards(), count, generator(seed).uniform);
}

const THINGS =
  '调度器 探针 节点 服务 存储 网络 策略 镜像 配置 密钥 容器 部署 副本 路由 证书 集群 日志 监控'.split(' ');

/** Cards as people note them down: a question, a sentence and three points, not two hundred characters each. */
export function shortHandbook(count, seed = 1) {
  const random = generator(seed).uniform;
  const below = (most) => Math.floor(random() * most);
  const thing = () => THINGS[below(THINGS.length)];
  const cards = Array.from({ length: count }, (_, at) =>
    [
      ...(at % 50 === 0 ? [`## 第 ${at / 50} 部分 ${thing()}`, ''] : []),
      `### ${at + 1}. ${thing()}和${thing()}在 app-${at} 里有什么不同？`,
      '',
      `${thing()}负责把请求送到${thing()}，${thing()}则由控制器管理，两者配合完成 app-${below(count)} 的更新。`,
      '',
      `- **${thing()}**：先看 \`kubectl get pods -n ns${below(400)}\` 的输出，再看事件。`,
      `- **${thing()}**：超过 ${below(900)} 毫秒就重试，最多 ${below(9)} 次，不然报错 E${below(5000)}。`,
      `- 注意${thing()}的版本和${thing()}一致。`,
      '',
    ].join('\n'),
  );
  return ['---', 'title: 短题', '---', '', ...cards].join('\n');
}

import { join } from 'node:path';
import { ROOT } from '../world.ts';

/** One command line and what must come of it, in memory and through the built binary alike. */
export interface Case {
  readonly argv: readonly string[];
  readonly code: number;
  readonly stdout?: RegExp;
  readonly stderr?: RegExp;
  readonly env?: Readonly<Record<string, string>>;
}

const mine = join(ROOT, 'tests', 'fixtures', 'handbooks', 'mine.md');
const english = { LANG: 'en_GB.UTF-8' };

export const CASES: readonly Case[] = [
  { argv: [], code: 0, stdout: /今天：到期 0 题，新题 \d+ 题/ },
  { argv: [], env: english, code: 0, stdout: /Today: 0 due, \d+ new/ },
  { argv: ['--help'], code: 0, stdout: /练习\n\s+drill[\s\S]*速查[\s\S]*k8sq search hpa/ },
  { argv: ['--help', '--lang', 'en'], code: 0, stdout: /Practise\n\s+drill/ },
  { argv: ['drill', '-h'], code: 0, stdout: /--category <name>[\s\S]*k8sq drill -c/ },
  { argv: ['--version'], code: 0, stdout: /^\d+\.\d+\.\d+\n$/ },
  { argv: ['search', 'hpa'], code: 0, stdout: /^hpa-vs-vpa\t/m },
  { argv: ['search', 'hpa', '-n', '1'], code: 0, stdout: /^[^\n]+\n$/ },
  { argv: ['search', 'hpa', '--json'], code: 0, stdout: /"confident": true/ },
  { argv: ['search', 'hpa', '-n', '-3'], code: 2, stderr: /^-n 要一个正整数，收到“-3”。例：-n 5\n$/ },
  { argv: ['search', '怎么泡一壶好茶'], code: 1, stderr: /没有找到/ },
  {
    argv: ['search', '滚动更新 "没有这句话"'],
    code: 1,
    stderr: /没有找到[\s\S]*最接近的是：\n[\s\S]*rolling-update/,
  },
  { argv: ['search'], code: 2, stderr: /还缺参数 words/ },
  { argv: ['show', 'hpa'], code: 0, stdout: /HPA/ },
  { argv: ['show', 'hpa-vs-vpa', '--plain'], code: 0, stdout: /^# .+\n\n[\s\S]*#### 要点\n/ },
  { argv: ['show', 'hpa-vs-vpa', '--json'], code: 0, stdout: /"id": "hpa-vs-vpa"/ },
  { argv: ['hpa'], code: 0, stdout: /HPA/ },
  { argv: ['show', 'zzzzqqq'], code: 1, stderr: /没有找到与“zzzzqqq”匹配的题目/ },
  { argv: ['list'], code: 0, stdout: /弹性伸缩[\s\S]*hpa-vs-vpa[\s\S]*75 题\n$/ },
  { argv: ['list', '-c', 'netwrking'], code: 0, stdout: /^集群网络/ },
  { argv: ['list', '-c', '存储', '--json'], code: 0, stdout: /"id": "storage"/ },
  { argv: ['list', '-c', 'zzzz'], code: 2, stderr: /没有类别“zzzz”。可选：.*autoscaling/ },
  { argv: ['random', '--seed', '7', '--plain'], code: 0, stdout: /^# / },
  { argv: ['serach', 'hpa'], code: 2, stderr: /是想用 k8sq search 吗/ },
  { argv: ['search', 'hpa', '--jsno'], code: 2, stderr: /没有选项 --jsno[\s\S]*--json/ },
  { argv: ['drill'], code: 2, stderr: /^k8sq drill 需要在终端里交互运行.*\n$/ },
  { argv: ['stats'], code: 0, stdout: /^还没有练习记录。[^\n]*k8sq drill[^\n]*\n$/ },
  { argv: ['stats'], env: english, code: 0, stdout: /^No reviews yet\./ },
  { argv: ['stats', '-c', 'zzzz', '--json'], code: 2, stderr: /没有类别“zzzz”/ },
  { argv: ['plan'], code: 0, stdout: /^还没有面试日期。定一个：k8sq plan / },
  { argv: ['plan', '--json'], code: 0, stdout: /^\{\n {2}"plan": null\n\}\n$/ },
  { argv: ['plan', 'soon'], code: 2, stderr: /^看不懂日期“soon”。[^\n]*\n$/ },
  { argv: ['plan', 'soon'], env: english, code: 2, stderr: /^"soon" is no date\. / },
  { argv: ['plan', '2026-02-30'], code: 2, stderr: /^没有“2026-02-30”这一天。/ },
  { argv: ['plan', '--minutes', '15'], code: 2, stderr: /^还没有面试日期，请一起给出/ },
  { argv: ['plan', '--clear'], code: 0, stdout: /^没有面试日期，不用取消\n$/ },
  { argv: ['config'], code: 0, stdout: /^retention\t0\.9\t0\.9\t/ },
  { argv: ['config', 'retention'], code: 0, stdout: /^0\.9\n$/ },
  { argv: ['config', 'retenton', '0.8'], code: 2, stderr: /是想用 retention 吗/ },
  {
    argv: ['config', 'minutes', '-1'],
    env: english,
    code: 2,
    stderr: /^minutes takes a number from 0 to 1440, /,
  },
  {
    argv: ['progress'],
    code: 2,
    stderr: /path[\s\S]*export[\s\S]*import[\s\S]*check[\s\S]*repair[\s\S]*reset/,
  },
  { argv: ['progress', 'repair'], code: 0, stdout: /^没有损坏，无需修复\n$/ },
  { argv: ['progress', 'import', 'nowhere'], code: 2, stderr: /^找不到 nowhere。请检查路径\n$/ },
  { argv: ['optimize'], code: 1, stderr: /^现在有 0 次复习，满 1,000 次/ },
  { argv: ['list', '--deck', mine], code: 0, stdout: /kube-proxy 是做什么的[\s\S]*3 题/ },
  { argv: ['show', 'etcd', '--deck', mine], code: 0, stdout: /Raft/ },
  { argv: ['list', '--deck', 'nowhere.md'], code: 2, stderr: /^找不到 nowhere\.md。请检查路径\n$/ },
  { argv: ['deck', 'check', mine], code: 1, stdout: /mine\.md:\d+: / },
  { argv: ['deck', 'check', mine, '--json'], code: 1, stdout: /"repaired": true/ },
  { argv: ['deck', 'check', join(ROOT, 'data', 'zh')], code: 0, stdout: /没有问题/ },
];

/** How a case is called in a report. */
export function nameOf({ argv, env }: Case): string {
  const words = argv.map((word) => word.replace(ROOT, ''));
  return `${env?.['LANG'] ? `LANG=${env['LANG']} ` : ''}k8sq ${words.join(' ')}`;
}

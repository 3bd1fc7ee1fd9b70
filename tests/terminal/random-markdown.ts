import fc from 'fast-check';

const han = fc.constantFrom(
  ...'集群节点调度器控制平面容器镜像副本资源请求限制命名空间服务发现网络策略滚动更新存储卷持久声明权限审计日志监控告警的了在是和与不要就会',
);
const latin = fc.constantFrom(
  'Pod',
  'kubectl',
  'kube-apiserver',
  'StatefulSet',
  'v1.36',
  'CPU/内存',
  '10%',
  '5 分钟',
  '2 GiB',
  '--all-namespaces',
  'metrics.k8s.io',
  'PodDisruptionBudget',
  'https://kubernetes.io/zh-cn/docs/concepts/workloads/',
  '👩‍💻',
  'café au lait',
  '한국어',
  'カタカナ',
);
const mark = fc.constantFrom(
  '，',
  '。',
  '、',
  '：',
  '；',
  '？',
  '——',
  '……',
  ', ',
  '. ',
  ': ',
  ' ',
  ' → ',
  '·',
);
const pair = fc.constantFrom('（）', '“”', '「」', '《》', '()');

const word = fc.oneof(
  { arbitrary: fc.string({ unit: han, minLength: 1, maxLength: 9 }), weight: 5 },
  { arbitrary: latin, weight: 3 },
);

/** Words, some in brackets, with at most one mark between two of them: punctuation as it occurs. */
const plain = fc
  .array(fc.tuple(word, fc.option(mark, { nil: '' }), fc.option(pair, { freq: 6 })), {
    minLength: 1,
    maxLength: 9,
  })
  .map((parts) =>
    parts
      .map(([text, after, around], index) => {
        const held = around ? `${around[0]}${text}${around[1]}` : text;
        return index + 1 < parts.length ? held + after : held;
      })
      .join(''),
  );

const code = fc
  .constantFrom(
    'kubectl get pods -o wide',
    'replicas',
    'spec.template.metadata.labels',
    '-n kube-system',
    '{"a": 1}',
    'a|b',
  )
  .map((text) => `\`${text}\``);

const inline = fc.oneof(
  { arbitrary: plain, weight: 6 },
  { arbitrary: code, weight: 2 },
  { arbitrary: fc.string({ unit: han, minLength: 1, maxLength: 6 }).map((text) => `**${text}**`), weight: 2 },
  {
    arbitrary: fc
      .string({ unit: han, minLength: 1, maxLength: 6 })
      .map((text) => `[${text}](https://example.com/a)`),
    weight: 1,
  },
);

/** One paragraph's worth of inline Markdown, on one line. */
export const line = fc
  .array(inline, { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(' ').replace(/^[#>+*\d-]/, '字$&'));

const indent = (text: string, by: string): string => text.replace(/^(?=.)/gm, by);

const quoted = (text: string): string => text.replace(/^/gm, '> ');

const fence = fc
  .tuple(
    fc.constantFrom('yaml', 'bash', 'json', 'go', 'dockerfile', 'text', ''),
    fc.array(plain, { minLength: 1, maxLength: 4 }),
  )
  .map(
    ([lang, lines]) => `\`\`\`${lang}\n${lines.map((each) => each.replaceAll('`', '')).join('\n')}\n\`\`\``,
  );

const cell = line.map((text) => text.replaceAll('|', ''));
const table = fc.integer({ min: 1, max: 4 }).chain((width) => {
  const row = fc
    .array(cell, { minLength: width, maxLength: width })
    .map((cells) => `| ${cells.join(' | ')} |`);
  return fc
    .tuple(row, fc.array(row, { minLength: 0, maxLength: 4 }))
    .map(([head, rows]) => [head, `|${'---|'.repeat(width)}`, ...rows].join('\n'));
});

const { block } = fc.letrec<{ block: string; list: string }>((tie) => ({
  list: fc
    .tuple(
      fc.constantFrom('-', '1.', '- [ ]', '- [x]'),
      fc.array(fc.tuple(line, fc.option(tie('block'), { freq: 4 })), { minLength: 1, maxLength: 4 }),
    )
    .map(([marker, items]) =>
      items
        .map(
          ([text, below]) =>
            `${marker} ${text}${below ? `\n\n${indent(below, marker === '1.' ? '   ' : '  ')}` : ''}`,
        )
        .join('\n'),
    ),
  block: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { arbitrary: line, weight: 4 },
    {
      arbitrary: fc
        .tuple(fc.integer({ min: 1, max: 6 }), line)
        .map(([depth, text]) => `${'#'.repeat(depth)} ${text}`),
      weight: 1,
    },
    {
      arbitrary: fc
        .tuple(fc.integer({ min: 1, max: 20 }), line)
        .map(([number, text]) => `${number}、${text}`),
      weight: 1,
    },
    { arbitrary: fence, weight: 1 },
    { arbitrary: table, weight: 1 },
    { arbitrary: tie('list'), weight: 2 },
    { arbitrary: tie('block').map(quoted), weight: 1 },
    { arbitrary: tie('block').map((text) => quoted(`[!WARNING]\n${text}`)), weight: 1 },
  ),
}));

/** A document as people write them, of all the constructs, much of it Chinese. */
export const markdownDocument = fc
  .array(block, { minLength: 1, maxLength: 5 })
  .map((blocks) => blocks.join('\n\n'));

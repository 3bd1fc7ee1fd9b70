/** Handbooks as nobody should write them, and somebody does: what `unseen.test.ts` sets at every width. */
export const UNSEEN: Readonly<Record<string, string>> = {
  'deep nesting': `- 一层：集群由控制平面和一组节点组成，控制平面管理集群的状态
  - 二层：调度器为新建的 Pod 选择节点，考虑资源请求、亲和性和污点
    1. 三层：\`kube-scheduler\` 先过滤，再打分，然后绑定
       > 四层引用：打分插件 \`NodeResourcesFit\` 的权重可以在配置里改
       >
       > - 五层：权重越大，影响越大
       >   - [x] 六层：已经完成的任务，后面跟着一段很长的说明文字，用来折行
       >     - 七层：\`kubectl get pods --all-namespaces -o wide\`
       >       - 八层：到底了，但是文字还在继续，直到折行为止才算结束

         \`\`\`yaml
         apiVersion: v1   # 在第三层里面的代码
         kind: Pod
         \`\`\`
    2. 三层的第二项
10. 第十项：两位数的编号，后面的文字应当与第一行的文字对齐，而不是与编号对齐
11. 第十一项

> > > 三重引用，里面有 **粗体，带标点**，还有 \`code\`、[链接](https://example.com/a/b/c)。
> > 退回两重`,

  'wide tables': `| 字段 | 类型 | 默认值 | 说明 | 示例 | 备注 |
|:---|:---:|---:|---|---|---|
| \`spec.template.spec.containers[*].resources.requests\` | object | 无 | 调度器按它选择节点，不是按实际用量 | \`cpu: 500m\` | 见 [文档](https://kubernetes.io/zh-cn/docs/) |
| \`terminationGracePeriodSeconds\` | int64 | 30 | 收到 SIGTERM 之后，等待多少秒再发 SIGKILL | 60 | **不要设成 0** |
| 空 | | | | | |
| a\\|b | \`x\\|y\` | 1 | 竖线<br>换行 | 👩‍💻🇨🇳 | 全角　空格 |

| 一 |
|---|

| 只有一列，而且非常非常非常非常非常非常非常非常非常非常非常非常非常长 |
|---|
| 值 |`,

  'unbreakable tokens': `访问 https://example.com/apis/metrics.k8s.io/v1beta1/namespaces/kube-system/pods/metrics-server-6d684c7b5-abcde?labelSelector=k8s-app%3Dmetrics-server 查看。

镜像 \`registry.example.com/team/project/service@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\` 的摘要。

AVeryLongIdentifierWithoutAnyPlaceToBreakItWhichIsLongerThanMostTerminalsAreWideAndStillGoesOnAndOn，结束。

- \`--service-account-issuer=https://kubernetes.default.svc.cluster.local/very/long/path/to/the/issuer\`：标志
- ${'长'.repeat(120)}
- （（括号））。！！`,

  footnotes: `- 列表里的脚注[^1]，还有第二个[^2]
  1. 嵌套的[^1]，再引一次
- 没有定义的[^无]

> 引用里的[^3]。

[^1]: 这是脚注，定义在列表之后，
    有第二行，还有 \`code\`。

    第二段，以及一个列表：

    - 甲
    - 乙
[^2]: 短。
[^3]: https://example.com/footnote/with/a/long/path/that/does/not/end`,

  'HTML soup': `<div align="center"><p>居中的 <b>粗体 <i>斜体</b> 没关好</i></p>

<details><summary>展开 <code>summary</code></summary>

里面有 **Markdown**，还有列表：

- 一
- 二

<table><tr><th>键<th>值</tr><tr><td>a<td><kbd>Ctrl</kbd>+<kbd>C</kbd></table>

</details>

<NodeIP>:<NodePort> 不是标签，a < b && c > d 也不是，<unknown attr="x">未知</unknown>。

<ul><li>一<li>二<ul><li>三</ul></ul><hr><blockquote>引用<br>换行</blockquote>

<!-- 注释 <b>不显示</b> --> 注释之后 <img src="a/b.png" alt="替代文字"> 图片，H<sub>2</sub>O，x<sup>2</sup>。

<pre>
  预排   空格
</pre>

<a href="javascript:alert(1)">坏链接</a>、<a href="https://example.com">好链接</a>，&lt;b&gt;实体&lt;/b&gt;、&#x4e2d;&#25991;&hellip;`,

  'emphasis and marks': `**注意：**然后，这是**“引号”**后，**bold** , 和 *斜体*文字，~~删掉的~~，***又粗又斜***。

1、手写编号的第一点，文字很长很长很长很长很长，要折到下一行去，并且悬挂缩进。
2、第二点。

（3）括号编号，文字也很长很长很长很长很长很长很长，也要折到下一行去。

① 圈号：“引号在行首”，‘单引号’，《书名》、【方头】……省略号——破折号。

数字 5 分钟、10%、2 GiB、v1.36、1.5 倍、100 Mi；\`code\`，\`a\`、\`b\`。

行尾两个空格  
硬换行\\
再换行。

***

# 一级
## 二级
### 三级，标题很长很长很长很长很长很长很长很长很长很长很长很长
#### 四级 \`code\`
##### 五级
###### 六级`,

  'other scripts': `👩‍💻👨‍👩‍👧‍👦🏳️‍🌈🇨🇳🇺🇳 表情连着表情👍🏽，á é 组合符号，한국어 텍스트가 여기에 있습니다，カタカナとひらがな、日本語の文章。

עברית בתוך הטקסט و نص عربي، ภาษาไทยไม่มีช่องว่างระหว่างคำ，देवनागरी लिपि。

①②③→←↑↓★☆●○■□αβγ§±×÷“”‘’—…·

全角字母ＡＢＣ１２３，半角ｶﾀｶﾅ，零​宽，a⁠b。`,

  code: `\`\`\`yaml title="示例" {1,3}
key: |
  ${'很长的文字'.repeat(30)}
list: [${Array.from({ length: 60 }, (_, at) => `item-${at}`).join(', ')}]
\`\`\`

    缩进的代码	有制表符	和很长的一行 ${'word '.repeat(40)}

~~~bash
kubectl get pods -n kube-system -l k8s-app=kube-dns -o jsonpath='{range .items[*]}{.metadata.name}{"\\n"}{end}' | xargs -n1 -I{} kubectl -n kube-system logs {} --tail=20   # 一行很长的命令
cat <<EOF
  不是命令
EOF
~~~

\`\`\`
没有语言
\`\`\`

\`\`\`\`md
\`\`\`yaml
套娃: 1
\`\`\`
\`\`\`\``,

  alerts: `> [!NOTE]
> 注意里面有列表：
> 1. 第一
> 2. 第二，文字很长很长很长很长很长很长很长很长很长很长很长很长
>
> \`\`\`sh
> kubectl get nodes --show-labels
> \`\`\`

> [!WARNING]
> | 表 | 格 |
> |---|---|
> | 在 | 引用里 |

> [!CAUTION] 同一行还有字
> 所以不是提示。

- > [!TIP]
  > 列表里的提示。`,
};

/** One card longer than any that anybody would read: everything, twenty times. */
export const VERY_LONG: string = Array.from({ length: 20 }, () => Object.values(UNSEEN).join('\n\n')).join(
  '\n\n---\n\n',
);

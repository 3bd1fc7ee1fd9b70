/** A piece of Markdown for each construct, to be looked at at three widths. */
export const CONSTRUCTS: Readonly<Record<string, string>> = {
  headings: '# 弹性伸缩\n\n## 基础\n\n### HPA 怎样算副本数？\n\n先取指标。\n\n#### 要点\n再比目标值。',
  paragraph:
    'Pod 是 Kubernetes 里最小的调度单位，可以包含一个或多个紧密相关的容器；它们共享网络命名空间、IP 地址和端口空间，也能挂载同一个存储卷。改动 `spec.template.metadata.labels` 会触发滚动更新，用 `kubectl rollout status deployment/web --timeout=60s` 看进度。',
  emphasis:
    '**注意：**然后看*这里*；这是**“引号”**后的字，~~旧写法~~新写法，`kubectl -n kube-system get pods` 是代码。\n这一行与上一行相连，\nbut a soft break between words is a space.',
  'hand-numbered':
    '1、抽象层级不同：容器是轻量级、可移植的计算环境，Pod 是更高一层的抽象。\n\n2、生命周期管理：Kubernetes 通过 Pod 管理应用的生命周期。\n\n（3）资源共享：同一个 Pod 里的容器共享网络和存储。',
  'bullet-list':
    '- 第一项：节点上的 kubelet 上报状态\n- 第二项\n  - 第二层：控制器对比期望与实际，再去调整\n    - 第三层：`--horizontal-pod-autoscaler-sync-period`\n- 最后一项',
  'ordered-list':
    '8. 取指标\n9. 算比值：期望副本数等于当前副本数乘以当前值再除以目标值，向上取整\n10. 改副本数',
  'task-list': '- [x] 装好 metrics-server\n- [ ] 给容器写 requests，因为利用率以它为分母\n- [ ] 建 HPA',
  'loose-list':
    '1. 先看事件。\n\n   ```bash\n   kubectl get events --sort-by=.lastTimestamp\n   ```\n\n2. 再看日志。\n\n   > 上一个容器的日志要加 `--previous`。',
  table:
    '| 类型 | 谁能访问 | 端口 |\n|:--|:-:|--:|\n| ClusterIP | 集群内 | 任意 |\n| NodePort | 集群外（经节点 IP） | 30000–32767 |\n| LoadBalancer | 公网 | 任意 |',
  'wide-table':
    '| | HPA | VPA |\n|---|---|---|\n| 改什么 | 副本数 | 容器的 `requests`，默认连 `limits` 按比例一起改 |\n| 来源 | 内置 `autoscaling/v2` | 另装，CRD 加三个组件：recommender、updater、准入 Webhook |\n| 多出的格 | a | b | 第四格也在 |',
  quote:
    '> 官方文档说：\n> Pod 的 IP 会变。\n>\n> > 所以才要 Service，它给一组 Pod 一个不变的虚拟 IP 和 DNS 名。',
  alerts:
    '> [!NOTE]\n> 普通说明。\n\n> [!TIP]\n> 说清三层是**叠加**关系。\n\n> [!IMPORTANT]\n> 要写 requests。\n\n> [!WARNING]\n> 别把 ExternalName 说成“代理”，它不经过 kube-proxy。\n\n> [!CAUTION]\n> 删除命名空间会删掉其中的一切。',
  yaml: '```yaml\n# 一个 Service\napiVersion: v1\nkind: Service\nmetadata:\n  name: web\n  annotations: { note: "a # b" }\nspec:\n  type: NodePort      # 30000-32767\n  ports:\n    - port: 80\n      targetPort: 8080\n---\ndata:\n  run.sh: |\n    key: not a key\n    echo "$HOME"\n```',
  bash: '```bash\n# 看进度\nkubectl rollout status deployment/web --namespace production --timeout=60s && echo "$HOME is done" | tee /tmp/log\nfor p in $(kubectl get pods -o name); do\n  kubectl logs "$p" --all-containers --since=1h --prefix --timestamps\ndone\n```',
  'json-go-dockerfile':
    '```json\n{ "name": "web", "replicas": 2, "paused": false }\n```\n\n```go\n// Reconcile moves the world towards the spec.\nfunc (r *Web) Reconcile(ctx context.Context) error {\n\treturn fmt.Errorf("web %s: %w", name, err)\n}\n```\n\n```dockerfile\nFROM golang:1.26 AS build\nRUN --mount=type=cache,target=/root/.cache go build -o /app ./...\n```',
  links:
    '见[官方文档](https://kubernetes.io/zh-cn/docs/concepts/workloads/ "工作负载")、[再看一次](https://kubernetes.io/zh-cn/docs/concepts/workloads/ "工作负载")和 <https://example.com/>；[脚本](javascript:alert(1)) 不可点，[本页](#top) 也不列出。写信给 <a@example.com>。',
  images: '![架构图](https://example.com/arch.png) 与 ![](img/no-alt.png)',
  footnotes:
    '先看原理[^why]，再看例子[^2]。\n\n[^why]: 控制回路不断对比期望与实际，\n    差多少补多少。\n[^2]: 见 `kubectl explain hpa`。\n\n[未用]: 这里其实是一句正文，不该丢',
  'hard-breaks': '第一行  \n第二行\\\n第三行<br>第四行',
  html: '按 <kbd>Ctrl</kbd>+<kbd>C</kbd> 停下；H<sub>2</sub>O，<b>粗</b>，访问 <NodeIP>:<NodePort> 。<!-- 看不见 -->\n\n<details>\n<summary>展开答案</summary>\n\n- 里面是 **Markdown**\n\n</details>\n\n<table><tr><th>名</th><th>值</th></tr><tr><td>a</td><td>1 &amp; 2</td></tr></table>',
  entities: 'a &amp; b &lt;c&gt; &hellip; &copy; &#20013;&#x6587; &notreal; `&amp;`',
  rule: '上\n\n---\n\n下',
  'control-characters':
    '红\u001b[31m色，铃\u0007，反\u202e向，参考&#27;[2J，`\u009b31m`\n\n```\u001b]0;title\u0007\n\u001b[2J\n```',
};

import { expect, test } from 'vitest';
import { definitionsIn, hanName } from '../../src/search/definitions.ts';

test.each([
  ['**写时复制（Copy On Write，COW）**：先共享', ['写时复制 = Copy On Write', '写时复制 = COW']],
  ['AOF (Append Only File) 记录每条写命令', ['AOF = Append Only File']],
  ['the Temporal Dead Zone (TDZ) ends', ['Temporal Dead Zone = TDZ']],
  ['a ThreadLocalAllocationBuffer (TLAB) each', ['ThreadLocalAllocationBuffer = TLAB']],
  ['Semaphore（信号量）', ['Semaphore = 信号量']],
  ['MVCC（全称 Multi-Version Concurrency Control）', ['MVCC = Multi-Version Concurrency Control']],
  ['即时编译器（简称 JIT）', ['即时编译器 = JIT']],
  // A remark, a list, a call, versions, other words than the initials, brackets without an end.
  ['HTTP 和 HTTPS 有什么区别？（重要）', []],
  ['常见的类型（String、Hash、Set）', []],
  ['返回值（key, value）', []],
  ['console.log(数据)', []],
  ['源码（JDK 1.8）', []],
  ['a cluster (less than twenty nodes)', []],
  ['一个没有写完的括号（Copy', []],
])('%s', (text, expected) => {
  expect(definitionsIn(text).map(({ before, name }) => `${before} = ${name}`)).toEqual(expected);
});

test.each([
  ['写时复制', [], '写时复制'],
  ['就是写时复制', [], '写时复制'],
  ['支持行级锁', ['行级锁'], '行级锁'],
  ['支持行级锁', [], '支持行级锁'],
  ['一种非常非常高效率省内存编码方式', [], ''],
  ['锁', [], ''],
])('the name at the end of %s', (run, alone: string[], expected) => {
  expect(hanName(run, (text) => alone.includes(text))).toBe(expected);
});

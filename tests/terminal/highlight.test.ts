import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { highlight } from '../../src/terminal/highlight.ts';

/** Marks other than plain text, as `role:text`. */
function told(code: string, language: string): string[] {
  return (highlight(code, language) ?? [])
    .filter(([role]) => role !== 'text')
    .map(([role, text]) => `${role}:${text}`);
}

describe('marks', () => {
  test.each<[string, string, string[]]>([
    ['yaml', 'kind: Pod # c', ['property:kind', 'comment:# c']],
    ['yaml', '- name: "a: b"', ['property:name', 'string:"a: b"']],
    ['yaml', 'ports: [80, 443]', ['property:ports', 'number:80', 'number:443']],
    ['yaml', 'labels: { app: web, tier: a }', ['property:labels', 'property:app', 'property:tier']],
    ['yaml', 'image: nginx:1.29', ['property:image']],
    ['yaml', 'a: &x true\nb: *x', ['property:a', 'keyword:&x', 'property:b', 'keyword:*x']],
    ['yaml', '---\nx: ~', ['quiet:---', 'property:x', 'number:~']],
    [
      'yaml',
      'run: |\n  a: b\n  # c\nnext: 1',
      ['property:run', 'string:  a: b\n  # c\n', 'property:next', 'number:1'],
    ],
    [
      'yaml',
      '- run: |\n    a: b\n  next: 1',
      ['property:run', 'string:    a: b\n', 'property:next', 'number:1'],
    ],
    ['yaml', '- |\n a: b\n- x: 1', ['string: a: b\n', 'property:x', 'number:1']],
    ['yaml', 'a: b[3].c\nd: [3]', ['property:a', 'property:d', 'number:3']],
    ['yml', 'http://x: 1', ['property:http://x', 'number:1']],
    ['bash', 'kubectl get pods -n kube-system # 看', ['command:kubectl', 'option:-n', 'comment:# 看']],
    [
      'bash',
      'echo "$A" | grep -v \'b\'',
      ['command:echo', 'string:"$A"', 'command:grep', 'option:-v', "string:'b'"],
    ],
    ['sh', 'for p in $(ls); do\ndone', ['keyword:for', 'command:ls', 'keyword:do', 'keyword:done']],
    ['shell', 'A=1 b $C $1', ['command:b', 'number:$C', 'number:$1']],
    ['sh', "A='x y' B=$C make -j", ["string:'x y'", 'number:$C', 'command:make', 'option:-j']],
    ['sh', 'K=$(ls -a) run', ['command:ls', 'option:-a', 'command:run']],
    ['sh', 'kubectl annotate node \\\n  kube-router.io/a=b', ['command:kubectl']],
    ['sh', 'kubectl exec web -- ls --watch-only', ['command:kubectl', 'option:--watch-only']],
    ['sh', 'sudo -u me x; time y', ['command:sudo', 'option:-u', 'keyword:time', 'command:y']],
    [
      'sh',
      'cat <<EOF | kubectl apply -f -\nkind: Pod # x\nEOF\nls',
      ['command:cat', 'command:kubectl', 'option:-f', 'string:kind: Pod # x\n', 'command:ls'],
    ],
    ['sh', 'cat <<-"E"\n\ta\n\tE\nls', ['command:cat', 'string:\ta\n', 'command:ls']],
    ['sh', 'if ! a 2>&1; then b; fi', ['keyword:if', 'command:a', 'keyword:then', 'command:b', 'keyword:fi']],
    [
      'console',
      "$ ls \\\n  -a\nDon't go: x\n$ pwd",
      ['quiet:$ ', 'command:ls', 'option:-a', 'quiet:$ ', 'command:pwd'],
    ],
    ['json', '{"a": [1, true, "x"]}', ['property:"a"', 'number:1', 'number:true', 'string:"x"']],
    ['json', '{"a": http://b} // c', ['property:"a"', 'comment:// c']],
    [
      'go',
      'func f() string { return `a` } // x',
      ['keyword:func', 'command:f', 'keyword:return', 'string:`a`', 'comment:// x'],
    ],
    [
      'dockerfile',
      'FROM a AS b\nRUN --mount=x echo $C',
      ['keyword:FROM', 'keyword:AS', 'keyword:RUN', 'option:--mount', 'command:echo', 'number:$C'],
    ],
    [
      'dockerfile',
      'RUN a \\\n  && b -c\nCMD ["d"]',
      ['keyword:RUN', 'command:a', 'command:b', 'option:-c', 'keyword:CMD', 'string:"d"'],
    ],
    ['dockerfile', 'RUN ["a", "b"]', ['keyword:RUN', 'string:"a"', 'string:"b"']],
  ])('%s %j', (language, code, marks) => expect(told(code, language)).toEqual(marks));

  test.each(['text', '', 'rust', 'constructor', '__proto__'])('%j is not a language we know', (language) => {
    expect(highlight('a: 1', language)).toBeUndefined();
  });

  test('together are the code, character for character', () => {
    const part = fc.oneof(
      fc.constantFrom(
        'a: ',
        '|\n',
        '  ',
        '"',
        "'",
        '# x\n',
        '- ',
        '{',
        '}',
        '$(',
        '--x',
        '`',
        '<<E\n',
        'E\n',
        '$ a\n',
        'RUN ',
        '\\\n',
        '/*',
        '*/',
        '\n',
        '\t',
        '1',
        '中',
      ),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 30 }),
        fc.constantFrom('yaml', 'bash', 'json', 'go', 'dockerfile'),
        (parts, language) => {
          const code = parts.join('');
          expect(
            highlight(code, language)
              ?.map(([, text]) => text)
              .join(''),
          ).toBe(code);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('long lines are read in linear time', () => {
    for (const language of ['yaml', 'bash', 'json', 'go', 'dockerfile']) {
      for (const unit of ['a ', '"', "'", '{ ', '- ', '\\', '$(', 'a=', '"a" ', '<<A\n', 'a: |\n', '$ a\n'])
        expect(highlight(unit.repeat(5000), language)?.length).toBeGreaterThan(0);
    }
  });
});

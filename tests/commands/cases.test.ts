import { expect, test } from 'vitest';
import { run } from '../world.ts';
import { CASES, nameOf } from './cases.ts';

test.each(CASES.map((each) => [nameOf(each), each] as const))('%s', async (_, each) => {
  const { code, stdout, stderr } = await run(each.argv, each.env ? { env: each.env } : {});
  expect({ code, stderr }).toMatchObject({ code: each.code });
  expect(stdout).toMatch(each.stdout ?? /^/);
  expect(stderr).toMatch(each.stderr ?? /^$/);
});

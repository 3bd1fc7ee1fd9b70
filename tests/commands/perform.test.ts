import { cpSync, mkdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { orFailure } from '../../src/commands/perform.ts';
import type { Context } from '../../src/context.ts';
import { builtInPath } from '../../src/storage/deck.ts';
import { ROOT, temporaryFolder } from '../world.ts';

/** What an error that nobody expected comes to where the built-in deck is in `root`. */
async function outcome(root: string): Promise<{ code: unknown; said: string }> {
  const said: string[] = [];
  const stderr = { write: (text: string) => said.push(text) };
  const context = { root, stderr, env: { LANG: 'en_US.UTF-8' } } as unknown as Context;
  const code = await orFailure(Promise.reject(new RangeError('defect')), context).catch(String);
  return { code, said: said.join('') };
}

describe('an error that nobody expected', () => {
  test('is thrown on where the installation is whole', async () => {
    expect(await outcome(ROOT)).toEqual({ code: 'RangeError: defect', said: '' });
  });

  test.each([undefined, 100, 1_000_000])(
    'is a damaged installation with %s bytes of the deck',
    async (size) => {
      const root = temporaryFolder();
      const deck = builtInPath(root);
      mkdirSync(join(root, 'dist'));
      if (size !== undefined) {
        cpSync(builtInPath(ROOT), deck);
        truncateSync(deck, size);
      }
      const { code, said } = await outcome(root);
      expect(code).toBe(2);
      expect(said).toBe(
        `The built-in deck ${deck} is missing or damaged. Install k8sq again (from its source: npm ci); your progress is untouched\n`,
      );
    },
  );
});

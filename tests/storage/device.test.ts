import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deviceName } from '../../src/storage/device.ts';
import { temporaryFolder } from './bundle.ts';

test.each([
  ['laptop', 'laptop-aaaa'],
  ['Anns-MacBook-Pro.local', 'anns-macbook-pro-aaaa'],
  ['工作站', 'device-aaaa'],
  ['', 'device-aaaa'],
  ['../../etc/passwd', 'device-aaaa'],
  ['x'.repeat(300), `${'x'.repeat(40)}-aaaa`],
])('host %j is device %s', async (host, name) => {
  expect(
    deviceName(
      await temporaryFolder(),
      () => 0,
      () => host,
    ),
  ).toBe(name);
});

test('the name is made once, and kept when the host is renamed', async () => {
  const folder = join(await temporaryFolder(), 'state');
  const first = deviceName(folder, Math.random, () => 'laptop');
  expect(deviceName(folder, Math.random, () => 'renamed')).toBe(first);
  expect(await readFile(join(folder, 'device'), 'utf8')).toBe(`${first}\n`);
});

test('a damaged name file does not reach the name of a log', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'device'), '../outside\n');
  expect(
    deviceName(
      folder,
      () => 0,
      () => 'laptop',
    ),
  ).toBe('laptop');
});

test('where nothing can be written the host alone is the name', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'file'), '');
  expect(
    deviceName(
      join(folder, 'file', 'state'),
      () => 0,
      () => 'laptop',
    ),
  ).toBe('laptop');
});

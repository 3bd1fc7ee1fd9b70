import { describe, expect, test } from 'vitest';
import type { Context } from '../../src/context.ts';
import { findPaths, NoHomeError } from '../../src/storage/paths.ts';
import { pathsOf } from '../../src/storage/user-paths.ts';

type Env = Record<string, string>;
const linux = (env: Env, home = '/home/known') => findPaths(env, 'linux', () => [home]);

describe('folders', () => {
  test('below the home folder', () => {
    expect(linux({ HOME: '/home/ann' })).toEqual({
      data: '/home/ann/.local/share/k8sq',
      config: '/home/ann/.config/k8sq',
      cache: '/home/ann/.cache/k8sq',
      state: '/home/ann/.local/state/k8sq',
    });
  });

  test.each<[string, Env, string]>([
    ['XDG_DATA_HOME', { HOME: '/home/ann', XDG_DATA_HOME: '/data' }, '/data/k8sq'],
    ['an empty XDG_DATA_HOME', { HOME: '/home/ann', XDG_DATA_HOME: '' }, '/home/ann/.local/share/k8sq'],
    ['a relative XDG_DATA_HOME', { HOME: '/home/ann', XDG_DATA_HOME: 'data' }, '/home/ann/.local/share/k8sq'],
    ['a folder with a slash at its end', { HOME: '/home/ann/' }, '/home/ann/.local/share/k8sq'],
    ['a folder with a backslash', { HOME: '/home/a\\nn' }, '/home/a\\nn/.local/share/k8sq'],
    ['the root', { HOME: '/' }, '/.local/share/k8sq'],
    ['an empty HOME', { HOME: '' }, '/home/known/.local/share/k8sq'],
    ['a relative HOME', { HOME: 'ann' }, '/home/known/.local/share/k8sq'],
    ['no HOME', {}, '/home/known/.local/share/k8sq'],
  ])('%s', (_, env, data) => expect(linux(env).data).toBe(data));

  test('on macOS as on Linux', () => {
    expect(findPaths({ HOME: '/Users/ann' }, 'darwin', () => []).data).toBe('/Users/ann/.local/share/k8sq');
  });

  test('on Windows', () => {
    const env = {
      LOCALAPPDATA: 'C:\\Users\\ann\\AppData\\Local',
      APPDATA: 'C:\\Users\\ann\\AppData\\Roaming',
    };
    expect(findPaths(env, 'win32', () => [])).toEqual({
      data: 'C:\\Users\\ann\\AppData\\Local\\k8sq',
      config: 'C:\\Users\\ann\\AppData\\Roaming\\k8sq',
      cache: 'C:\\Users\\ann\\AppData\\Local\\k8sq\\cache',
      state: 'C:\\Users\\ann\\AppData\\Local\\k8sq\\state',
    });
    expect(findPaths({ USERPROFILE: 'C:\\Users\\ann' }, 'win32', () => []).data).toBe(
      'C:\\Users\\ann\\.local\\share\\k8sq',
    );
  });

  test('none is needed that is named', () => {
    const all = { XDG_DATA_HOME: '/d', XDG_CONFIG_HOME: '/c', XDG_CACHE_HOME: '/h', XDG_STATE_HOME: '/s' };
    expect(linux(all, '').cache).toBe('/h/k8sq');
  });

  test.each([[''], ['relative']])('a system home of %j is no home', (home) => {
    expect(() => linux({ HOME: '' }, home)).toThrow(NoHomeError);
  });

  test('the system knows a home', () => {
    const context = { env: {}, platform: 'linux' } as Context;
    expect(pathsOf(context, 'en').data).toMatch(/^\/.*k8sq$/);
  });
});

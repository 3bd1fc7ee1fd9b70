import { posix, win32 } from 'node:path';

/** The program's folders; none of them has to exist. */
export interface Paths {
  /** The review log, notes, mock interviews: what must not be lost; safe to sync between devices. */
  readonly data: string;
  /** Settings. */
  readonly config: string;
  /** Compiled decks: may be deleted at any time. */
  readonly cache: string;
  /** What belongs to this device alone, such as its name. */
  readonly state: string;
}

type Env = Readonly<Record<string, string | undefined>>;

/** No folder can be named: neither the XDG variables nor a home folder say an absolute path. */
export class NoHomeError extends Error {
  readonly code = 'no-home';
}

/**
 * The XDG base directories (https://specifications.freedesktop.org/basedir-spec/latest/) with `k8sq` below them;
 * on Windows without XDG variables, %LOCALAPPDATA% and %APPDATA%. As the specification asks, a variable that is
 * empty or not an absolute path counts as not set. The home folder is HOME, or else the first of
 * `homes` that is absolute.
 * @throws {NoHomeError} when a folder has no absolute path.
 */
export function findPaths(env: Env, platform: NodeJS.Platform, homes: () => string[]): Paths {
  const { isAbsolute } = platform === 'win32' ? win32 : posix;
  const named = (name: string) => {
    const value = env[name];
    return value !== undefined && isAbsolute(value) ? value : undefined;
  };
  const home = () => {
    const found =
      named('HOME') ??
      (platform === 'win32' ? named('USERPROFILE') : undefined) ??
      homes().find((each) => isAbsolute(each));
    if (found === undefined) throw new NoHomeError('no absolute home folder');
    return found;
  };
  const folder = (variable: string, onWindows: readonly string[], ...below: string[]) => {
    const base = named(variable);
    if (base !== undefined) return inFolder(base, 'k8sq');
    const [name = '', ...rest] = onWindows;
    const windows = platform === 'win32' ? named(name) : undefined;
    return windows === undefined ? inFolder(home(), ...below, 'k8sq') : inFolder(windows, 'k8sq', ...rest);
  };
  return {
    data: folder('XDG_DATA_HOME', ['LOCALAPPDATA'], '.local', 'share'),
    config: folder('XDG_CONFIG_HOME', ['APPDATA'], '.config'),
    cache: folder('XDG_CACHE_HOME', ['LOCALAPPDATA', 'cache'], '.cache'),
    state: folder('XDG_STATE_HOME', ['LOCALAPPDATA', 'state'], '.local', 'state'),
  };
}

/** The file in the folder `Paths.config` that holds the settings. */
export function settingsFile(config: string): string {
  return inFolder(config, 'settings.json');
}

/**
 * A path below an absolute one, written as that is. `path.join` reads every character to see whether one is a `..`, and
 * its first use costs as much as reading the deck.
 */
export function inFolder(folder: string, ...names: readonly string[]): string {
  const separator = folder.startsWith('/') ? '/' : '\\';
  let path = folder.endsWith(separator) ? folder.slice(0, -1) : folder;
  for (const name of names) path += separator + name;
  return path;
}

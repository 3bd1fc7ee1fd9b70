import { spawn, spawnSync } from 'node:child_process';
import type { Context } from '../context.ts';

/** Shows a page in the user's browser; false where there is none to show it in (a server, a container). */
export async function openInBrowser(url: string, { env, platform }: Context): Promise<boolean> {
  if (!/^https?:\/\//.test(url)) return false;
  const command = browserCommand(env, platform);
  if (!command) return false;
  const [program = '', ...words] = command;
  const child = spawn(program, [...words, url], { detached: true, stdio: 'ignore' });
  // The browser outlives us; whether there is such a program is all there is to wait for.
  child.unref();
  return new Promise((resolve) => {
    child.once('spawn', () => resolve(true));
    child.once('error', () => resolve(false));
  });
}

function browserCommand(env: Context['env'], platform: NodeJS.Platform): string[] | undefined {
  if (env['BROWSER']) return [env['BROWSER']];
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open'] : undefined;
}

/**
 * Opens a file in `$VISUAL`, else `$EDITOR`, else vi, at a 1-based line, and waits until it is closed.
 * False when the editor could not be started.
 */
export function openInEditor(file: string, line: number, { env }: Context): boolean {
  const [program = 'vi', ...words] = (env['VISUAL'] || env['EDITOR'] || 'vi').split(' ').filter(Boolean);
  const result = spawnSync(program, [...words, ...placeOf(program, file, line)], { stdio: 'inherit' });
  return result.error === undefined;
}

/** How an editor is told the line: VS Code and its kin by `--goto`, nearly all others by `+line`. */
function placeOf(program: string, file: string, line: number): string[] {
  if (/(^|[/\\])(code|codium|cursor|windsurf)(\.cmd)?$/.test(program))
    return ['--wait', '--goto', `${file}:${line}`];
  if (/(^|[/\\])(subl|zed)$/.test(program)) return ['--wait', `${file}:${line}`];
  return [`+${line}`, file];
}

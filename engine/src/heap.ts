// How much memory the process takes before it looks for garbage. V8 is told so on the command line alone; a process that was
// started without begins again as itself: under the same number, with the same words, at the same terminal.

/**
 * On a machine of many gigabytes V8 gives new objects 128 MB, and lets those that stay grow fourfold. An import, of which a few
 * megabytes live at any moment, then holds 400 MB; with these it is as fast in 200. The 16 stand twice, for one half is empty.
 */
const flags = ['--max-semi-space-size=16', '--heap-growing-percent=50'];

/** On Windows there is no such call: V8 does as it likes. */
export const canBeginAgain = process.platform !== 'win32' && process.execve !== undefined;

/** Whoever holds a channel to this process, or debugs it, would lose it: for them nothing changes. */
export function beginWithHeap(): void {
  const { execPath, execArgv, argv, env, connected } = process;
  const options = env['NODE_OPTIONS'] ?? '';
  // What somebody has asked for themselves holds: in the environment it is read first, on the command line it stands behind.
  const missing = flags.filter((flag) => !execArgv.includes(flag) && !options.includes(nameOf(flag)));
  const debugged = [...execArgv, options].some((option) => option.includes('--inspect'));
  if (!canBeginAgain || !process.execve || connected || debugged || missing.length === 0) return;
  process.execve(execPath, [execPath, ...missing, ...execArgv, ...argv.slice(1)]);
}

function nameOf(flag: string): string {
  return flag.split('=')[0] ?? flag;
}

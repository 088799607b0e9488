// How much memory the process takes before it looks for garbage. V8 is told so on the command line alone; a process that was
// started without begins again as itself: under the same number, with the same words, at the same terminal.

/**
 * On a machine of many gigabytes V8 gives new objects 128 MB, and lets those that stay grow fourfold. An import, of which a few
 * megabytes live at any moment, then holds 400 MB; with these it is as fast in 200. The 16 stand twice, for one half is empty.
 */
const flags = ['--max-semi-space-size=16', '--heap-growing-percent=50'];

/** Windows has no such call, and whoever holds a channel to this process would lose it: there V8 does as it likes. */
export function beginWithHeap(): void {
  const { execPath, execArgv, argv } = process;
  if (!process.execve || process.connected || flags.every((flag) => execArgv.includes(flag))) return;
  // What somebody has asked for themselves stands behind, and holds.
  process.execve(execPath, [execPath, ...flags, ...execArgv, ...argv.slice(1)]);
}

// What a killed start may leave behind: a postmaster without its supervisor, backends without their postmaster, a
// postmaster.pid that names nobody, a zombie, or a stranger that was given the same number. A new server must not touch
// the data before all of them are gone, so they are found by the cluster's name in their titles, not by number.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Place } from './place.ts';

const patience: { signal: NodeJS.Signals | null; milliseconds: number }[] = [
  { signal: null, milliseconds: 2_000 },
  { signal: 'SIGINT', milliseconds: 20_000 },
  { signal: 'SIGQUIT', milliseconds: 5_000 },
  { signal: 'SIGKILL', milliseconds: 5_000 },
];

/** To be called under the lock: whatever still runs then has lost its supervisor and is asked, then made, to end. */
export async function endLeftovers(place: Place): Promise<void> {
  // Windows holds the data files of a living server open, so that a second one refuses by itself.
  if (process.platform === 'win32') return;
  for (const { signal, milliseconds } of patience) {
    const left = processesOf(place.cluster);
    if (left.length === 0) break;
    if (signal) left.forEach((pid) => send(pid, signal));
    await untilNone(place.cluster, milliseconds);
  }
  rmSync(join(place.data, 'postmaster.pid'), { force: true });
}

async function untilNone(cluster: string, milliseconds: number): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (Date.now() < deadline && processesOf(cluster).length > 0) await sleep(50);
}

function processesOf(cluster: string): number[] {
  return commandLines()
    .filter(({ command }) => command.includes(`cluster_name=${cluster}`) || command.startsWith(`postgres: ${cluster}:`))
    .map(({ pid }) => pid);
}

function commandLines(): { pid: number; command: string }[] {
  if (process.platform === 'linux') {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => ({ pid: Number(name), command: commandLine(name) }));
  }
  return execFileSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(' '))
    .map(([pid, ...command]) => ({ pid: Number(pid), command: command.join(' ').trim() }));
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended between being seen and being told.
  }
}

// Which commands fit what is typed, best first within their group. Every word has to be found; where it begins a word counts more.
import type { Command, CommandGroup } from './commands.ts';

export interface MatchedGroup {
  readonly group: CommandGroup;
  readonly commands: readonly Command[];
}

/** With nothing typed: where one can go. Actions and forms come with typing. */
export function matchCommands(commands: readonly Command[], text: string): readonly MatchedGroup[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const groups: readonly CommandGroup[] = words.length === 0 ? ['go'] : ['go', 'create', 'actions'];
  return groups
    .map((group) => ({
      group,
      commands: ranked(
        commands.filter((command) => command.group === group),
        words,
      ),
    }))
    .filter((matched) => matched.commands.length > 0);
}

const mostOfAGroup = 8;

function ranked(commands: readonly Command[], words: readonly string[]): readonly Command[] {
  return commands
    .map((command) => ({ command, score: scoreOf(`${command.label} ${command.hint ?? ''}`.toLowerCase(), words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, words.length === 0 ? commands.length : mostOfAGroup)
    .map(({ command }) => command);
}

function scoreOf(label: string, words: readonly string[]): number {
  let score = 1;
  for (const word of words) {
    const at = label.indexOf(word);
    if (at < 0) return 0;
    score += at === 0 ? 3 : label[at - 1] === ' ' ? 2 : 1;
  }
  return score;
}

// From the words of the command line to the exit code: the command is found, its options are read, what went wrong is told.
import { parseArgs } from 'node:util';
import { RequestRefused, ServerUnreachable } from '@trellis/client/problem';
import { apply } from './commands/apply.ts';
import { plan } from './commands/plan.ts';
import { validate } from './commands/validate.ts';
import { help } from './help.ts';
import { languageOf } from './language.ts';
import type { CommandInput, ExitCode, Surroundings } from './terminal.ts';
import { textOf } from './texts.ts';

type Command = (input: CommandInput) => Promise<ExitCode>;

const commands: Readonly<Record<string, Command>> = { validate, plan, apply };

const options = {
  url: { type: 'string' },
  email: { type: 'string' },
  password: { type: 'string' },
  language: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

export async function run(words: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const { environment, print, complain, startEngine } = surroundings;
  const read = readWords(words);
  const language = languageOf(read.ok ? read.values.language : undefined, environment);
  if (!read.ok) return fail(surroundings, [read.reason, textOf('see_help', language)]);
  const [name, path, ...more] = read.positionals;
  if (read.values.help || name === undefined || name === 'help') {
    print(help[language]);
    return 0;
  }
  if (name === 'start' && path === undefined) {
    await startEngine();
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command || path === undefined || more.length > 0) {
    complain(
      command
        ? textOf('one_folder', language, { command: name })
        : textOf('unknown_command', language, { command: name }),
    );
    return fail(surroundings, [textOf('see_help', language)]);
  }
  const {
    url = environment['TRELLIS_URL'],
    email = environment['TRELLIS_EMAIL'],
    password = environment['TRELLIS_PASSWORD'],
  } = read.values;
  const server = { url: (url ?? 'http://localhost:3000').replace(/\/+$/, ''), email, password };
  try {
    return await command({ ...surroundings, language, path, server });
  } catch (error) {
    if (error instanceof ServerUnreachable)
      return fail(surroundings, [textOf('unreachable', language, { url: server.url })]);
    if (!(error instanceof RequestRefused)) throw error;
    const { title, detail = title, errors } = error.problem;
    return fail(surroundings, [detail, ...errors.map((fault) => `  ${fault.path}: ${fault.message}`)]);
  }
}

type Words = { readonly ok: true } & ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>;

function readWords(words: readonly string[]): Words | { readonly ok: false; readonly reason: string } {
  try {
    return { ok: true, ...parseArgs({ args: [...words], options, allowPositionals: true }) };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

function fail({ complain }: Surroundings, lines: readonly string[]): ExitCode {
  lines.forEach(complain);
  return 1;
}

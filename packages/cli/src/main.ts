// The process of the command line: reads the arguments and the environment, writes to the terminal, ends with the exit code.
import { run } from './run.ts';

process.exitCode = await run(process.argv.slice(2), {
  environment: process.env,
  folder: process.cwd(),
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  startEngine: async () => {
    process.env['NODE_ENV'] ??= 'production';
    await import('@trellis/engine/main');
  },
});

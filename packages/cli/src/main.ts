// The process of the command line: reads the arguments and the environment, writes to the terminal, ends with the exit code.
import { run } from './run.ts';

// A reader that has seen enough (`trellis plan library | head`) must not end a command between two of its requests.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

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

// `npm start`: the whole way from a fresh clone to a product that answers, and the short way when all is there already.
// Plain JavaScript, because it runs on whatever Node the machine has; what it starts runs on the Node of node_modules.
const major = Number(process.versions.node.split('.')[0]);
if (major < 18) {
  console.error(
    `Trellis needs Node 18 or newer to install itself; this is ${process.versions.node}. See https://nodejs.org.`,
  );
  process.exit(1);
}

const { PreparationError, prepare, root } = await import('./prepare.mjs');
const { runToEnd } = await import('./run.mjs');

try {
  const node = prepare({ screens: true });
  process.exitCode = await runToEnd(node, ['engine/src/main.ts', ...process.argv.slice(2)], {
    cwd: root,
    env: { NODE_ENV: 'production', ...process.env },
  });
} catch (error) {
  if (!(error instanceof PreparationError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

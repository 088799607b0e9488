// A module of ours and all that it imports as one script, made as those of the screens are.
import { build } from 'vite';

/** @returns the script; the exports of the module at `path` are then members of the global `name`. */
export async function bundled(path: string, name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, target: 'es2023', lib: { entry: path, name, formats: ['iife'] } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output !== undefined && 'output' in output ? output.output[0] : undefined;
  if (chunk === undefined) throw new Error(`${path} was not bundled`);
  return chunk.code;
}

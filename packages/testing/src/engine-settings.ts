// What an engine in a test is told about its surroundings.
import { fileURLToPath } from 'node:url';
import type { EngineSettings } from '@trellis/engine/engine';
import { makeClock } from './clock.ts';

export const repository = fileURLToPath(new URL('../../../', import.meta.url));
export const fixtures = `${repository}engine/test/fixtures`;
export const builtScreens = { runtime: `${repository}runtime-ui/dist`, designer: `${repository}designer/dist` };

export const engineSettings: EngineSettings = {
  home: '',
  templatesFolder: fixtures,
  screens: { runtime: '', designer: '' },
  // Requests may say where they come from, as behind a proxy.
  trustProxy: 1,
  secureCookies: false,
};

/** A standing clock, where the test wants one: dates of sample data are counted from it. */
export function clockOf({ now }: { readonly now?: string }): { clock?: () => Date } {
  return now === undefined ? {} : { clock: makeClock(now).now };
}

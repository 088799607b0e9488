// What an engine in a test is told about its surroundings.
import { fileURLToPath } from 'node:url';
import type { EngineSettings } from '@trellis/engine/engine';

export const repository = fileURLToPath(new URL('../../../', import.meta.url));
export const fixtures = `${repository}engine/test/fixtures`;

export const engineSettings: EngineSettings = {
  home: '',
  templatesFolder: fixtures,
  screens: { runtime: '', designer: '' },
  // Requests may say where they come from, as behind a proxy.
  trustProxy: 1,
  secureCookies: false,
};

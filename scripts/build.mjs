// `npm run build`: the screens, and whatever else has a build, through turbo's cache.
import { turbo } from './prepare.mjs';

process.exitCode = turbo(['run', 'build', ...process.argv.slice(2)]).status ?? 1;

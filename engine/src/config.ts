// The environment, read once: every setting checked, every fault reported together.
import { homedir } from 'node:os';
import { isAbsolute, resolve } from 'node:path';

export interface Config {
  readonly port: number;
  readonly host: string;
  /** External PostgreSQL; absent: the embedded one in `home`. */
  readonly databaseUrl: string | null;
  readonly home: string;
  readonly setup: UnattendedSetup | null;
  readonly templatesFolder: string;
  /** Hops of trusted proxies in front (TLS ends there), or 0. */
  readonly trustProxy: number;
  readonly secureCookies: boolean;
  readonly poolSize: number;
  readonly answerSeconds: number;
  readonly logLevel: string;
}

export interface UnattendedSetup {
  readonly email: string;
  readonly password: string;
  readonly template: string;
  readonly sampleData: boolean;
  readonly language: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** @returns the configuration, or every sentence about what is wrong with it. */
export function readConfig(env: Environment, folder: string): Config | { readonly faults: readonly string[] } {
  const faults: string[] = [];
  const port = wholeNumber(env, 'PORT', 3000, 0, 65535, faults);
  const databaseUrl = env['DATABASE_URL'] || null;
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl))
    faults.push('DATABASE_URL must begin with postgres:// — for example postgres://user:password@host:5432/database.');
  const config: Config = {
    port,
    host: env['HOST'] || '127.0.0.1',
    databaseUrl,
    home: absolute(env['TRELLIS_HOME'] || '.trellis', folder),
    setup: unattended(env, faults),
    templatesFolder: resolve(folder, 'templates'),
    trustProxy: wholeNumber(env, 'TRELLIS_TRUST_PROXY', 0, 0, 10, faults),
    secureCookies: flag(env, 'TRELLIS_SECURE_COOKIES', false, faults),
    poolSize: wholeNumber(env, 'TRELLIS_POOL_SIZE', 10, 2, 200, faults),
    answerSeconds: wholeNumber(env, 'TRELLIS_ANSWER_SECONDS', 30, 1, 3600, faults),
    logLevel: env['TRELLIS_LOG_LEVEL'] || 'info',
  };
  return faults.length ? { faults } : config;
}

function unattended(env: Environment, faults: string[]): UnattendedSetup | null {
  const email = env['TRELLIS_ADMIN_EMAIL'];
  const password = env['TRELLIS_ADMIN_PASSWORD'];
  const sampleData = flag(env, 'TRELLIS_SAMPLE_DATA', true, faults);
  if (!email && !password) return null;
  if (!email || !password)
    faults.push(
      'TRELLIS_ADMIN_EMAIL and TRELLIS_ADMIN_PASSWORD belong together: set both, or neither to be asked in the browser.',
    );
  if (email && !/^[^@\s]+@[^@\s]+$/.test(email)) faults.push('TRELLIS_ADMIN_EMAIL is not an e-mail address.');
  if (password && password.length < 8) faults.push('TRELLIS_ADMIN_PASSWORD needs at least 8 characters.');
  const language = env['TRELLIS_LANGUAGE'] || 'en';
  if (!['en', 'zh-CN'].includes(language)) faults.push('TRELLIS_LANGUAGE is en or zh-CN.');
  return {
    email: email ?? '',
    password: password ?? '',
    template: env['TRELLIS_TEMPLATE'] || 'crm',
    sampleData,
    language,
  };
}

function wholeNumber(
  env: Environment,
  name: string,
  fallback: number,
  min: number,
  max: number,
  faults: string[],
): number {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  faults.push(`${name} must be a whole number from ${min} to ${max}, not “${text}”.`);
  return fallback;
}

function flag(env: Environment, name: string, fallback: boolean, faults: string[]): boolean {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  if (text === 'true' || text === 'false') return text === 'true';
  faults.push(`${name} is true or false, not “${text}”.`);
  return fallback;
}

function absolute(path: string, folder: string): string {
  const expanded = path.startsWith('~/') ? homedir() + path.slice(1) : path;
  return isAbsolute(expanded) ? expanded : resolve(folder, expanded);
}

import type { z } from 'zod';
import { type Config, settings } from './settings.ts';

/** The environment or the command line holds a setting that cannot be. The message names it and says what is wrong. */
export class ConfigError extends Error {}

/**
 * Reads the settings from an environment, with options of the command line (`--no-demo`, `--port 4900`,
 * `--data-directory=...`) going first. Throws ConfigError with one line for each setting that is wrong.
 */
export function readConfig(
  environment: Record<string, string | undefined> = process.env,
  options: readonly string[] = [],
): Config {
  const given = { ...environment, ...readOptions(options) };
  const wrong: string[] = [];
  const entries = Object.entries(settings).map(([name, { schema }]) => {
    const result = (schema as z.ZodType).safeParse(given[name] === '' ? undefined : given[name]);
    if (!result.success)
      wrong.push(`${name}: ${result.error.issues.map((issue) => issue.message).join('; ')}`);
    return [name, result.data];
  });
  if (wrong.length > 0) throw new ConfigError(wrong.join('\n'));
  return Object.fromEntries(entries) as Config;
}

function readOptions(options: readonly string[]): Record<string, string> {
  const read: Record<string, string> = {};
  for (let index = 0; index < options.length; index++) {
    const option = options[index] ?? '';
    const [flag = '', inline] = option.split('=', 2);
    const negated = flag.startsWith('--no-');
    const name = flag
      .replace(/^--(no-)?/, '')
      .replaceAll('-', '_')
      .toUpperCase();
    if (!flag.startsWith('--') || !(name in settings)) throw new ConfigError(`Unknown option ${option}`);
    const isFlag = settings[name as keyof typeof settings].schema.safeParse('false').data === false;
    if (negated) read[name] = 'false';
    else if (inline !== undefined) read[name] = inline;
    else if (isFlag) read[name] = 'true';
    else {
      const value = options[++index];
      if (value === undefined) throw new ConfigError(`${flag} needs a value`);
      read[name] = value;
    }
  }
  return read;
}

import { existsSync, readFileSync } from 'fs';
import { dirname, join } from 'path';

/** The `package.json` of the copy of axios that `import axios from 'axios'` gets, whatever it is mapped to. */
function versionOfAxios(): string {
  let folder = dirname(require.resolve('axios'));
  while (folder !== dirname(folder)) {
    const file = join(folder, 'package.json');
    const facts = existsSync(file)
      ? (JSON.parse(readFileSync(file, 'utf8')) as { name?: string; version?: string })
      : {};
    if (facts.name === 'axios' && facts.version !== undefined) return facts.version;
    folder = dirname(folder);
  }
  throw new Error('No package.json of axios was found.');
}

export const version = versionOfAxios();

function isAtLeast(wanted: string): boolean {
  const [have, want] = [version, wanted].map((text) => text.split('.').map(Number));
  const index = [0, 1, 2].find((at) => have?.[at] !== want?.[at]) ?? 2;
  return (have?.[index] ?? 0) >= (want?.[index] ?? 0);
}

const isBetween = (first: string, end: string): boolean => isAtLeast(first) && !isAtLeast(end);

/** `signal`: an AbortSignal that cancels a request. */
export const hasSignal = isAtLeast('0.22.0');
/** `beforeRedirect`; 1.0.0 follows no redirect at all. */
export const hasBeforeRedirect = isAtLeast('0.27.0') && version !== '1.0.0';
/** The exported class `AxiosError`. */
export const hasAxiosError = isAtLeast('0.27.0');
/** `adapter: 'fetch'`. */
export const hasFetchAdapter = isAtLeast('1.7.0');
/** `instance(error.config)`: 1.0.0 to 1.1.3 throw, or lose the caller's headers. */
export const resendsConfigs = !isBetween('1.0.0', '1.2.0');
/** 1.0.0 loses the question mark of a url's own query. */
export const keepsUrlQuery = version !== '1.0.0';
/** 0.21.2 and 0.21.3 encode a JSON body a second time when a config is sent again. */
export const resendsJson = !isBetween('0.21.2', '0.21.4');

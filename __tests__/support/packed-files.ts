import { execFileSync } from 'child_process';
import { join } from 'path';

const ROOT = join(__dirname, '../..');

/** The files that npm would publish, but for what the build adds. */
export function packedFiles(): string[] {
  const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  // A list in older versions of npm, an object in newer ones.
  const [{ files }] = Object.values(JSON.parse(output) as object) as [
    { files: { path: string }[] },
  ];
  return files.map(({ path }) => path);
}

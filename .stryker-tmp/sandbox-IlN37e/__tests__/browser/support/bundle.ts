// @ts-nocheck
import { build } from 'esbuild';
import { join } from 'path';
import type * as pageBundle from './page-bundle';

/** The copies of axios that are bundled with the built package, each bundle with its own copy of both. */
export const BUNDLE_NAMES = ['axios', 'axios-1.6', 'axios-0.27', 'axios-0.21'] as const;

export type BundleName = (typeof BUNDLE_NAMES)[number];

declare global {
  /** What the page sees of its bundles. */
  var bundles: Record<BundleName, typeof pageBundle>;
}

const ROOT = join(__dirname, '../../..');

/** A classic script that adds `bundles[name]` to the page. */
export async function bundle(name: BundleName): Promise<string> {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(__dirname, 'page-bundle.ts')],
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    metafile: true,
    format: 'iife',
    globalName: `bundles[${JSON.stringify(name)}]`,
    alias: { axios: name },
    // One bundle as it is shipped: names of classes and functions mean nothing then.
    minify: name === 'axios-0.27',
    // The paths in tsconfig.json lead to the sources instead of the build.
    tsconfigRaw: {},
  });
  const inputs = Object.keys(metafile.inputs);
  if (!inputs.includes('dist/index.mjs') || inputs.some((file) => file.startsWith('lib/'))) {
    throw new Error(`The bundle does not hold the build, but ${inputs.join(', ')}`);
  }
  return String(outputFiles[0]?.text);
}

/** Node's own `parseArgs`, for the Node versions that have none, or one that tells no tokens. */
// @ts-nocheck

declare module '@pkgjs/parseargs' {
  export { parseArgs } from 'util';
}

/** Node's own `parseArgs`, for Node versions without it, or whose version returns no tokens. */
declare module '@pkgjs/parseargs' {
  export { parseArgs } from 'util';
}

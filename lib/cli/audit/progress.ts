import type { Io } from '../io';
import { showCount } from '../../audit/columns';
import type { Input } from './ledger';

/** In milliseconds: shorter reads show no progress, and faster updates could not be read. */
const FIRST_AFTER = 500;
const EVERY = 200;
const ERASE = '\r\u001b[K';

/** A line on a terminal that shows how much of an input has been read. */
export class Progress {
  input: Input | undefined;
  private shownAt = Date.now() + FIRST_AFTER - EVERY;
  private isShown = false;

  constructor(private readonly io: Io) {}

  show(name: string, bytes: number, size: number | undefined): void {
    const { stderr } = this.io;
    const now = Date.now();
    if (stderr.isTTY !== true || now - this.shownAt < EVERY) return;
    this.shownAt = now;
    this.isShown = true;
    const share = size === undefined ? '' : `${Math.floor((bytes / size) * 100)}% of `;
    const rows = showCount(this.input?.used ?? 0);
    stderr.write(`${ERASE}Reading ${share}${name}: ${rows} rows`);
  }

  clear(): void {
    if (this.isShown) this.io.stderr.write(ERASE);
    this.isShown = false;
    this.input = undefined;
  }
}

/** The bytes of a stream. Shows progress as they pass. */
export async function* watched(
  stream: AsyncIterable<Buffer>,
  name: string,
  size: number | undefined,
  progress: Progress,
): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    progress.show(name, bytes, size);
    yield chunk;
  }
}

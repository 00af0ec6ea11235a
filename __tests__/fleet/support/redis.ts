import { type ChildProcess, execFile, spawn } from 'child_process';
import { once } from 'events';
import { createServer, type AddressInfo } from 'net';
import { promisify } from 'util';

const run = promisify(execFile);

/** A port on loopback that nobody listened on a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A Redis on loopback that keeps nothing on disk. */
export class Redis {
  private process: ChildProcess | undefined;

  private constructor(readonly port: number) {}

  static async start(): Promise<Redis> {
    const redis = new Redis(await freePort());
    await redis.start();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Starts it, empty, unless it runs; after `kill` on the same port. */
  async start(): Promise<void> {
    if (this.process) return;
    const options = ['--port', String(this.port), '--bind', '127.0.0.1', '--save', ''];
    const started = spawn('redis-server', [...options, '--appendonly', 'no'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.process = started;
    await new Promise<void>((resolve, reject) => {
      started.on('error', () =>
        reject(new Error('These tests need redis-server, of the Debian package of that name.')),
      );
      started.on('exit', (code) => reject(new Error(`redis-server ended with ${code}.`)));
      started.stdout.on('data', (text: Buffer) => {
        if (text.includes('Ready to accept connections')) resolve();
      });
    });
  }

  async kill(): Promise<void> {
    if (!this.process) return;
    const ended = once(this.process, 'exit');
    this.process.kill('SIGKILL');
    await ended;
    this.process = undefined;
  }

  /** From now on it takes connections and answers nothing. */
  hang(): void {
    this.process?.kill('SIGSTOP');
  }

  goOn(): void {
    this.process?.kill('SIGCONT');
  }

  /** Sends a command, and gives the lines of its answer. */
  async command(...words: string[]): Promise<string[]> {
    const { stdout } = await run('redis-cli', ['-p', String(this.port), ...words]);
    return stdout.split('\n').filter(Boolean);
  }
}

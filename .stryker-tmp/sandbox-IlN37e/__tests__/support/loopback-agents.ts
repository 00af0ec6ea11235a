// @ts-nocheck
import * as http from 'http';
import * as https from 'https';
import { connect, type Socket } from 'net';

/** Where a request asked to be connected to. */
export interface Target {
  protocol: 'http:' | 'https:';
  host: string;
  port: number;
}

export interface LoopbackAgents {
  /** To be spread into a config: agents for both schemes, and no proxy. */
  readonly config: { httpAgent: http.Agent; httpsAgent: https.Agent; proxy: false };
  /** Where the request that came from this client port was meant to go. */
  targetOf(clientPort: number): Target;
}

/**
 * Agents that connect every request to one server on loopback, over plain TCP, and remember the host that Node was asked for.
 */
export function loopbackAgents(port: number): LoopbackAgents {
  const targets = new Map<number, Target>();
  const connector =
    (protocol: Target['protocol']) =>
    (options: { host?: string; port?: number | string }): Socket => {
      const target = { protocol, host: String(options.host), port: Number(options.port) };
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => targets.set(Number(socket.localPort), target));
      return socket;
    };
  return {
    config: {
      httpAgent: Object.assign(new http.Agent(), { createConnection: connector('http:') }),
      httpsAgent: Object.assign(new https.Agent(), { createConnection: connector('https:') }),
      proxy: false,
    },
    targetOf(clientPort) {
      const target = targets.get(clientPort);
      if (!target) throw new Error(`No connection was made from port ${clientPort}.`);
      return target;
    },
  };
}

import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/** A store behind a socket on loopback: one line for each question, one for each answer, as databases have it. Each project belongs to company 7. */
export async function loopbackStore() {
  const server = createServer((socket) => {
    socket.setNoDelay(true);
    socket.on('data', (text) => socket.write(String(text).replace(/[^\n]+/g, '7')));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect(server.address().port, '127.0.0.1').setNoDelay(true);
  const waiting = [];
  socket.on('data', (text) => {
    for (const line of String(text).split('\n').slice(0, -1)) waiting.shift()(line);
  });
  const ask = (line) =>
    new Promise((resolve) => {
      waiting.push(resolve);
      socket.write(`${line}\n`);
    });
  return {
    store: { get: ask, set: ask, delete: ask },
    close() {
      socket.destroy();
      server.close();
    },
  };
}

import type { EdgeRequest } from '../../lib/testing';
import { createRequestLog } from '../../lib/testing/request-log';

const entry = (path: string) => ({ path }) as EdgeRequest;

describe('createRequestLog', () => {
  test('ignores what its watcher throws, now or later', async () => {
    const fail = (): never => {
      throw new Error('hostile');
    };
    for (const onRequest of [fail, async () => Promise.reject(new Error('hostile'))]) {
      const log = createRequestLog(onRequest);
      log.add({ method: 'GET' } as never);
      await new Promise(setImmediate);

      expect(log.entries).toHaveLength(1);
    }
  });

  test('keeps the last 10,000 requests', () => {
    const log = createRequestLog(() => undefined);
    for (let count = 0; count < 10_002; count += 1) log.add(entry(`/${count}`));

    expect(log.entries).toHaveLength(10_000);
    expect(log.entries[0]?.path).toBe('/2');
    expect(log.entries[9_999]?.path).toBe('/10001');
  });
});

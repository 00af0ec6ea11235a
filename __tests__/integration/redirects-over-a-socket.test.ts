import axios from 'axios';
import { attachProcoreCompanyId } from 'axios-procore-company-id';
import { mkdtempSync, rmSync } from 'fs';
import { createServer } from 'http';
import { tmpdir } from 'os';
import { join } from 'path';
import { hasHttpAdapter, followsRedirects } from '../support/axios-features';

const describeSockets = hasHttpAdapter && followsRedirects ? describe : describe.skip; // the fetch adapter knows no `socketPath`, and 1.0.0 follows no redirect

describeSockets('redirects over a socket', () => {
  test.each(['http://api.procore.com', 'http://gateway.example'])(
    'over a `socketPath` every hop has the header, below %s',
    async (baseURL) => {
      const folder = mkdtempSync(join(tmpdir(), 'socket-'));
      const socketPath = join(folder, 'api');
      const hops: string[] = [];
      const next: Record<string, string> = {
        '/rest/a': '/rest/b',
        '/rest/b': 'http://other.example/rest/c',
      };
      const server = createServer(({ url, headers }, response) => {
        hops.push(`${url} ${headers['procore-company-id'] as string}`);
        const location = next[String(url)];
        response.writeHead(location ? 302 : 200, location ? { location } : {}).end('{}');
      });
      await new Promise<void>((resolve) => server.listen(socketPath, resolve));
      const instance = axios.create({ baseURL, socketPath, proxy: false });
      attachProcoreCompanyId(instance, { companyId: 42 });

      try {
        await instance.get('/rest/a');
      } finally {
        server.close();
        rmSync(folder, { recursive: true });
      }

      expect(hops).toEqual(['/rest/a 42', '/rest/b 42', '/rest/c 42']);
    },
  );
});

// @ts-nocheck
import { CLIENTS } from './support/clients';
import { useStage } from './support/stage';

const stage = useStage();

describe.each(CLIENTS)('$name', (client) => {
  test('the company that a body of the page names is found, and the body arrives', async () => {
    const { page, edge } = stage();
    await page.evaluate(
      async ({ client, api }) => {
        const { attachedInstance } = bundles[client.bundle];
        const config = { baseURL: api, ...client.defaults };
        const instance = attachedInstance(config, { companyId: 42 });
        const form = new FormData();
        form.set('company_id', '7');
        form.set('file', new File(['content'], 'a.txt'));
        const bodies = [form, new URLSearchParams('company_id=7'), { company_id: 7 }];
        for (const body of bodies) await instance.patch('/rest/v1.0/projects/2001', body);
        await instance.patch('/rest/v1.0/projects/1001?company_id=42', new Blob(['company_id=7']));
      },
      { client, api: edge.url },
    );

    const patches = edge.requests.filter(({ outcome }) => outcome !== 'preflight');
    expect(patches.map(({ companyId, outcome }) => [companyId, outcome])).toEqual([
      ['7', 'ok'],
      ['7', 'ok'],
      ['7', 'ok'],
      ['42', 'ok'],
    ]);
    expect(patches[0]?.body).toContain('filename="a.txt"');
    expect(patches[1]?.body).toBe('company_id=7');
  });
});

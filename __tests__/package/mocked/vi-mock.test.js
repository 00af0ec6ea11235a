import { expect, test, vi } from 'vitest';
import { procore, rfiSubjects } from './procore';

vi.mock('axios', () => {
  const interceptors = { request: { use: vi.fn() }, response: { use: vi.fn() } };
  return { default: { create: () => ({ get: vi.fn(), interceptors }) } };
});

test('lists the subjects of RFIs', async () => {
  procore.get.mockResolvedValue({ data: [{ subject: 'Door swing' }] });

  expect(await rfiSubjects(3)).toEqual(['Door swing']);
});

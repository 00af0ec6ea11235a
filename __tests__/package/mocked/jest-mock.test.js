import axios from 'axios';
import { procore, rfiSubjects } from './procore';

jest.mock('axios', () => {
  const interceptors = { request: { use: jest.fn() }, response: { use: jest.fn() } };
  return { create: jest.fn(() => ({ get: jest.fn(), interceptors })) };
});

test('lists the subjects of RFIs', async () => {
  procore.get.mockResolvedValue({ data: [{ subject: 'Door swing' }] });

  expect(await rfiSubjects(3)).toEqual(['Door swing']);
  expect(axios.create).toHaveBeenCalledWith({ baseURL: 'https://api.procore.com' });
});

// @ts-nocheck
import { createUploadStore } from '../../lib/testing/upload-store';

describe('createUploadStore', () => {
  test('keeps a record of the last 10,000 contents', () => {
    const store = createUploadStore();
    const upload = store.create({
      company: { id: '42', name: 'Alder Construction' },
      project: undefined,
      fileName: 'a.bin',
      contentType: 'image/x',
    });
    for (let part = 1; part <= 10_001; part += 1) {
      store.receive(upload, part, undefined, Buffer.from('x'));
    }

    expect(store.records).toHaveLength(10_000);
    expect(store.records[0]?.part).toBe(2);
  });
});

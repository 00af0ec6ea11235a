import { createPresignedUrls } from '../../lib/testing/presigned-urls';
import { reply } from '../../lib/testing/reply';

describe('createPresignedUrls', () => {
  test('forgets the oldest of more than 10,000 urls', () => {
    const origin = 'http://127.0.0.1:1';
    const urls = createPresignedUrls(origin);
    const sign = () =>
      urls.sign(origin, 'GET', '/file', () => reply(200, 'ok', '')).url.slice(origin.length);
    const [first, second] = [sign(), sign()];
    for (let count = 2; count < 10_001; count += 1) sign();

    expect(urls.find('GET', first)).toBeUndefined();
    expect(urls.find('GET', second)).toBeDefined();
    expect(urls.find('GET', sign())).toBeDefined();
  });
});

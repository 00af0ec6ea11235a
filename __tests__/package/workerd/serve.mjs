// Runs a bundled worker in workerd, and prints what it answers: serve.mjs WORKER ORIGIN [FLAG...]
import { Miniflare } from 'miniflare';

const [worker, origin, ...compatibilityFlags] = process.argv.slice(2);
const miniflare = new Miniflare({
  modules: true,
  scriptPath: worker,
  compatibilityDate: '2025-12-01',
  compatibilityFlags,
});
try {
  const body = JSON.stringify({ origin });
  const response = await miniflare.dispatchFetch('http://worker/', { method: 'POST', body });
  console.log(await response.text());
  console.log('done');
} finally {
  await miniflare.dispose();
}

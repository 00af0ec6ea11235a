// `npm install` beside a direct dependency on axios, without flags: taken by every axios that works, refused beside those that do not.
import { createConsumer } from './consumer.mjs';
import { node } from './run.mjs';

const TAKEN = ['0.18.1', '0.19.2', '0.20.0', '0.21.1', '1.21.1'];
// The one drops the per-request key, the other skips all response interceptors.
const REFUSED = ['0.19.0', '0.21.2'];

async function install(version) {
  try {
    return { folder: await createConsumer(`beside-axios-${version}`, { axios: version }, ['run']) };
  } catch (error) {
    return { output: String(error) };
  }
}

export async function testPeers(report) {
  for (const version of TAKEN) {
    const { folder, output } = await install(version);
    report(folder !== undefined, `npm install beside axios ${version}`, output);
    if (!folder) continue;
    const result = await node(['by-require.cjs'], { cwd: folder, timeout: 60_000 });
    const isRight = result.code === 0 && result.output === 'done';
    report(isRight, `real requests with axios ${version}`, result.output);
  }
  for (const version of REFUSED) {
    const { output = 'It was installed.' } = await install(version);
    report(output.includes('ERESOLVE'), `npm install is refused beside axios ${version}`, output);
  }
}

// A page that uses the `context` entry by mistake: see scripts/test-package/browser.mjs.
import { fromContext, runWithCompanyId } from 'axios-procore-company-id/context';

const found = fromContext();
console.log(found === undefined ? 'ok nothing is found' : `FAILED nothing is found :: ${found}`);
try {
  runWithCompanyId(7, () => console.log('FAILED it was run'));
} catch (error) {
  console.log(String(error));
}

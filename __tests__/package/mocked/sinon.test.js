import assert from 'assert';
import sinon from 'sinon';
import { procore, rfiSubjects } from './procore';

afterEach(() => sinon.restore());

it('lists the subjects of RFIs', async () => {
  sinon.stub(procore, 'get').resolves({ data: [{ subject: 'Door swing' }] });

  assert.deepEqual(await rfiSubjects(3), ['Door swing']);
});

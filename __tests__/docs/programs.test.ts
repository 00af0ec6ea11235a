import { documents, programsIn } from '../support/documents';
import { useInterceptingEdge } from '../support/intercept-created';
import { runSnippet, typeErrors } from '../support/snippets';

const programs = documents.flatMap(programsIn);

const edge = useInterceptingEdge();

describe('the programs in the README and in docs', () => {
  test.each(documents)('are there in %s', (file) => {
    expect(programsIn(file).length).toBeGreaterThan(0);
  });

  test('have no type errors', () => {
    const wrong = "import { attachProcoreCompanyID } from 'axios-procore-company-id';\n";
    const all = programs.map(({ name, code }): [string, string] => [
      name.replace(/\W/g, '-'),
      code,
    ]);

    expect(typeErrors(new Map([...all, ['wrong', wrong]]))).toEqual([
      expect.stringMatching(/^wrong\.ts\(1,10\): error .* no exported member/),
    ]);
  }, 60_000);

  test.each(programs)(
    '$name prints what the page says, and sends the headers that its comments name',
    async ({ code, ids, output = '' }) => {
      const printed = await runSnippet(code);
      const sent = ids.length > 0 ? edge.requests.map(({ companyId }) => companyId) : [];

      expect({ printed, sent }).toEqual({ printed: output, sent: ids });
    },
  );

  test('of a test are run as tests', async () => {
    const snippet = "test('is run', () => { expect(edge).toBe('not defined'); }); const edge = 1;";

    await expect(runSnippet(snippet)).rejects.toThrow('not defined');
  });
});

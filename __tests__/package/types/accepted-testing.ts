// Compiled against the packed tarball with many versions of TypeScript and axios: must compile.
import axios from 'axios';
import { attachProcoreCompanyId } from 'axios-procore-company-id';
import {
  DEFAULT_COMPANIES,
  MISSING_HEADER_TEXT,
  createProcoreEdge,
} from 'axios-procore-company-id/testing';
import type {
  EdgeCompany,
  EdgeOutcome,
  EdgeRequest,
  ProcoreEdge,
  ProcoreEdgeOptions,
} from 'axios-procore-company-id/testing';

const companies: EdgeCompany[] = [
  { id: 7, name: 'Seven', projects: [{ id: BigInt(71), name: 'School' }] },
  ...DEFAULT_COMPANIES,
];

const options: ProcoreEdgeOptions = {
  companies,
  missingHeader: { status: 422, body: 'errors-list', contentType: 'text/plain' },
  onRequest: (request: EdgeRequest) => console.log(request.outcome),
};

export async function tryOut(): Promise<string[]> {
  const edge: ProcoreEdge = await createProcoreEdge(options);
  const procore = axios.create({ baseURL: edge.url });
  attachProcoreCompanyId(procore, { companyId: companies[0]?.id });
  await procore.get('/rest/v1.0/projects/71', { procoreCompanyId: 7 });
  const outcomes: EdgeOutcome[] = edge.requests.map(({ outcome }) => outcome);
  const ids: (string | undefined)[] = edge.requests.map(({ companyId }) => companyId);
  const agents: (string | undefined)[] = edge.requests.map(({ headers }) => headers['user-agent']);
  const end: () => void = edge.intercept(procore);
  edge.intercept(axios);
  end();
  await edge.close();
  return [MISSING_HEADER_TEXT, ...outcomes, ...ids.concat(agents).map(String)];
}

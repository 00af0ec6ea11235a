import { attachProcoreCompanyId, isMissingCompanyIdHeaderError } from 'axios-procore-company-id';
import { createProcoreEdge } from 'axios-procore-company-id/testing';

import { createLegacyIntegration } from '../legacy-integration.mjs';

/** What the demo claims about the error. */
const CLAIMS = {
  name: 'MissingCompanyIdHeaderError',
  procoreCode: 'ERR_PROCORE_MISSING_COMPANY_ID',
  reason: 'unresolved',
  status: 400,
  method: 'GET',
  route: '/rest/v1.0/projects/:project_id/rfis',
};

/** The error of a call that names no company, where the plugin has no option `companyId`. */
export async function provokeTypedError() {
  const edge = await createProcoreEdge();
  try {
    const integration = createLegacyIntegration(edge.url, (procore) =>
      attachProcoreCompanyId(procore),
    );
    return await integration.listRfis(3).then(
      () => undefined,
      (error) => error,
    );
  } finally {
    await edge.close();
  }
}

/** A text for each difference from what the demo claims about the error. */
export function problemsOf(error) {
  if (!isMissingCompanyIdHeaderError(error)) {
    return [`claimed: a MissingCompanyIdHeaderError\n   seen: ${error}`];
  }
  return Object.entries(CLAIMS)
    .filter(([key, value]) => error[key] !== value)
    .map(([key, value]) => `claimed: error.${key} is ${value}\n   seen: ${error[key]}`);
}

const wrap = (text, width) =>
  text.replace(new RegExp(`(.{1,${width}})(?: |$)`, 'g'), '$1\n').trimEnd();

const indent = (text) => text.replace(/^/gm, '  ');

/** The error as a catch block would log it. */
export function errorLines(error, paint) {
  const { name, message, procoreCode, reason, status, method, route } = Object(error);
  const facts = { procoreCode, reason, status, method, route };
  return [
    paint('bold', 'The error of a call that names no company, without the option companyId:'),
    paint('red', indent(wrap(`${name}: ${message}`, 98))),
    ...Object.entries(facts).map(([key, value]) => paint('dim', `    ${key.padEnd(12)} ${value}`)),
  ];
}

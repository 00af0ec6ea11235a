// @ts-nocheck
// Compiled against the packed tarball: each marked line, and no other, must be refused with its code.
import { createProcoreEdge } from 'axios-procore-company-id/testing';

export const edges = [
  createProcoreEdge({ cors: 'yes' }), // TS2322
  createProcoreEdge({ companies: [{ id: 7 }] }), // TS2741
  createProcoreEdge({ missingHeader: { body: 'html' } }), // TS2322
  createProcoreEdge({ token: true }), // TS2353 or TS2345
];

export async function read(): Promise<void> {
  const edge = await createProcoreEdge();
  edge.requests[0].companyId = '7'; // TS2540
  edge.requests.push(); // TS2339
}

// @ts-nocheck
import { type ProcoreEdge, type ProcoreEdgeOptions, createProcoreEdge } from '../../lib/testing';

const running: ProcoreEdge[] = [];

/** An edge that lasts until the end of the test file. */
export async function startEdge(options?: ProcoreEdgeOptions): Promise<ProcoreEdge> {
  const edge = await createProcoreEdge(options);
  running.push(edge);
  return edge;
}

afterAll(() => Promise.all(running.map((edge) => edge.close())));

// @ts-nocheck
import type { AxiosRequestConfig } from 'axios';
import type { ProcoreCompanyIdOptions } from 'axios-procore-company-id';
import { attachedInstance } from './attached-instance';

/** The id that goes out where a request names none. */
const DEFAULT = 42;

/** The company that a request names: an id and where it stands, `'none'` where the default is sent, `'ambiguous'` where nothing is. */
export async function namedCompany(
  config: AxiosRequestConfig,
  options: ProcoreCompanyIdOptions = {},
): Promise<string> {
  const { instance, sentIds, events } = attachedInstance({
    companyId: DEFAULT,
    apiHosts: ['gateway.example'],
    ...options,
  });
  await instance.request(config);
  const [event] = events;
  const [id] = sentIds();
  if (event?.type === 'unresolved')
    return id === undefined ? String(event.reason) : 'contradiction';
  if (event?.type !== 'resolved' || event.companyId !== id) return String(event?.type);
  return event.source === 'default' ? 'none' : `${event.source} ${id}`;
}

// @ts-nocheck
import axios, {
  type AxiosInstance,
  AxiosHeaders,
  type CreateAxiosDefaults,
  type InternalAxiosRequestConfig,
} from 'axios';
import {
  attachProcoreCompanyId,
  type Attachment,
  type CompanyIdEvent,
  type ProcoreCompanyIdOptions,
} from 'axios-procore-company-id';

export interface AttachedInstance {
  instance: AxiosInstance;
  attachment: Attachment;
  /** The configs that reached the adapter. */
  sent: InternalAxiosRequestConfig[];
  /** The company ids that would have gone out, `undefined` where there was no header. */
  sentIds: () => (string | undefined)[];
  events: CompanyIdEvent[];
}

/** The header as axios would write it. */
export function companyIdIn({ headers }: InternalAxiosRequestConfig): string | undefined {
  const lines = Object.entries(AxiosHeaders.from(headers).toJSON());
  const values = lines.filter(([name]) => name.toLowerCase() === 'procore-company-id');
  expect(values.length).toBeLessThanOrEqual(1);
  return values[0] && String(values[0][1]);
}

/** An axios instance with the plugin on it, whose requests all end in an adapter that answers 200. */
export function attachedInstance(
  options?: ProcoreCompanyIdOptions | null,
  config?: CreateAxiosDefaults,
): AttachedInstance {
  const sent: InternalAxiosRequestConfig[] = [];
  const events: CompanyIdEvent[] = [];
  const instance = axios.create({
    baseURL: 'https://api.procore.com',
    adapter: (given) => {
      sent.push(given);
      return Promise.resolve({
        data: {},
        status: 200,
        statusText: 'OK',
        headers: {},
        config: given,
      });
    },
    ...config,
  });
  const observe = (event: CompanyIdEvent) => events.push(event);
  const attachment = attachProcoreCompanyId(instance, { observe, ...options });
  return { instance, attachment, sent, sentIds: () => sent.map(companyIdIn), events };
}

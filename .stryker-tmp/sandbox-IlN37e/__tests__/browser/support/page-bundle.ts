// @ts-nocheck
// Runs in the page, as `bundles[name]`.
import axios, { type AxiosInstance, type CreateAxiosDefaults } from 'axios';
import * as plugin from 'axios-procore-company-id';

export { rejection } from '../../support/rejection';
export { axios, plugin };

/** An instance of this bundle's axios, with this bundle's plugin on it. */
export function attachedInstance(
  config: CreateAxiosDefaults,
  options?: plugin.ProcoreCompanyIdOptions,
): AxiosInstance {
  const instance = axios.create(config);
  plugin.attachProcoreCompanyId(instance, options);
  return instance;
}

/** All of a body, in whatever form axios delivered it. */
export function textOf(data: unknown): Promise<string> {
  const isParsed =
    Object.prototype.toString.call(data) === '[object Object]' || Array.isArray(data);
  return new Response(isParsed ? JSON.stringify(data) : (data as BodyInit)).text();
}

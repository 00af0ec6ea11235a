import axios from 'axios';
import { marksErrors } from './axios-features';

/** What `axios.isAxiosError` says, for the versions that do not have it either. Axios 0.18 does not mark its errors. */
export function isAxiosError(error: any): boolean {
  if (typeof axios.isAxiosError === 'function') return axios.isAxiosError(error);
  return marksErrors ? error.isAxiosError === true : 'config' in error;
}

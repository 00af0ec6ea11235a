// @ts-nocheck
// What any user of axios writes: it shows which errors are axios's own, as this package is not in it.
import axios from 'axios';
import type { AxiosInstance, AxiosRequestConfig } from 'axios';

interface Project {
  id: number;
}

const procore: AxiosInstance = axios.create({ baseURL: 'https://api.procore.com' });
procore.defaults.timeout = 1000;
procore.interceptors.request.use((config) => config);

export async function projects(config: AxiosRequestConfig): Promise<Project[]> {
  const { data } = await procore.get<Project[]>('/rest/v1.0/projects', config);
  return data;
}

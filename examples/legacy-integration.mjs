// A small integration, written the way many were before Procore asked for the header. It knows nothing of this package.
import axios from 'axios';

const CLIENT = { client_id: 'legacy-client', client_secret: 'legacy-secret' };

/**
 * @param {string} apiUrl
 * @param {(procore: import('axios').AxiosInstance) => void} [onCreate] is given the instance directly after its creation
 */
export function createLegacyIntegration(apiUrl, onCreate = () => {}) {
  const procore = axios.create({ baseURL: apiUrl });
  onCreate(procore);

  let token = {};
  async function fetchToken(grant) {
    const { data } = await procore.post('/oauth/token', { ...CLIENT, ...grant });
    token = data;
  }

  procore.interceptors.request.use((config) => {
    // Presigned urls are absolute, and must get no token.
    if (config.url.startsWith('/rest/')) {
      config.headers.Authorization = `Bearer ${token.access_token}`;
    }
    return config;
  });

  procore.interceptors.response.use(undefined, async (error) => {
    if (error.response?.status !== 401 || error.config.isResend) throw error;
    await fetchToken({ grant_type: 'refresh_token', refresh_token: token.refresh_token });
    error.config.isResend = true;
    return procore(error.config);
  });

  return {
    signIn: (code) => fetchToken({ grant_type: 'authorization_code', code }),

    async me() {
      const { data } = await procore.get('/rest/v1.0/me');
      return data;
    },

    async listProjects(companyId) {
      const { data } = await procore.get('/rest/v1.0/projects', {
        params: { company_id: companyId },
      });
      return data;
    },

    async createProject(companyId, name) {
      const body = { company_id: companyId, project: { name } };
      const { data } = await procore.post('/rest/v1.0/projects', body);
      return data;
    },

    async listRfis(projectId) {
      const { data } = await procore.get(`/rest/v1.0/projects/${projectId}/rfis`);
      return data;
    },

    async createRfi(projectId, subject) {
      const { data } = await procore.post(`/rest/v1.0/projects/${projectId}/rfis`, {
        rfi: { subject },
      });
      return data;
    },

    /** Procore answers with a redirect to its storage host, which axios follows. */
    async downloadRfi(projectId, rfiId) {
      const { data } = await procore.get(`/rest/v1.0/projects/${projectId}/rfis/${rfiId}.pdf`, {
        responseType: 'arraybuffer',
      });
      return data;
    },

    /** Announces the file, puts it to the presigned url of the answer, and reports it as complete. */
    async uploadFile(companyId, projectId, name, file) {
      const uploads = `/rest/v2.1/companies/${companyId}/projects/${projectId}/uploads`;
      const { data: announced } = await procore.post(uploads, {
        file_name: name,
        file_size: file.length,
      });
      const { upload_id: id, segments } = announced.data;
      const { headers } = await procore.put(segments[0].url, file, {
        headers: { 'Content-Type': 'application/pdf', ...segments[0].headers },
      });
      await procore.patch(`${uploads}/${id}`, { part_etags: [headers.etag] });
      return id;
    },
  };
}

// Compiled against the packed tarball: instances of copies of axios that are not the one beside it must be accepted.
import axios018 from 'axios-0.18';
import axios019 from 'axios-0.19';
import axios020 from 'axios-0.20';
import axios021 from 'axios-0.21';
import axios027 from 'axios-0.27';
import axios10 from 'axios-1.0';
import axios16 from 'axios-1.6';
import axios115 from 'axios-1.15';
import axios121 from 'axios-1.21';
import { attachProcoreCompanyId } from 'axios-procore-company-id';
import type { Attachment, ProcoreCompanyIdConfig } from 'axios-procore-company-id';

export const attachments: Attachment[] = [
  attachProcoreCompanyId(axios018.create()),
  attachProcoreCompanyId(axios019.create()),
  attachProcoreCompanyId(axios020.create()),
  attachProcoreCompanyId(axios021.create()),
  attachProcoreCompanyId(axios027.create()),
  attachProcoreCompanyId(axios10.create()),
  attachProcoreCompanyId(axios16.create()),
  attachProcoreCompanyId(axios115.create()),
  attachProcoreCompanyId(axios121.create()),
  attachProcoreCompanyId(axios027),
  attachProcoreCompanyId(axios16),
];

// The key is typed on one copy of axios; for another, the application repeats the declaration.
declare module 'axios-0.27' {
  interface AxiosRequestConfig extends ProcoreCompanyIdConfig {}
}
export const request = axios027.get('/x', { procoreCompanyId: 9 });

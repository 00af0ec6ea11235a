import 'axios-procore-company-id';
import * as hey from './generated/hey-api/sdk.gen';
import * as kubb from './generated/kubb/clients';
import { Api } from './generated/swagger-typescript-api/Api';
import { getProcore } from './generated/orval/client';
hey.listRfis({ path: { project_id: 3 }, procoreCompanyId: 9 });
kubb.listRfis(3, { procoreCompanyId: 9 });
new Api().rest.listRfis(3, { procoreCompanyId: 9 });
getProcore().listRfis(3, { procoreCompanyId: 9 });

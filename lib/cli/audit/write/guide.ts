import { version } from '../../../../package.json';
import type { Group, GroupName } from '../../../audit/groups';

/** What helps with a group: code to start from, and the page that explains it. */
export interface Guide {
  /** The name of the page. */
  readonly page: string;
  readonly url: string;
  readonly code: readonly string[];
}

const [MAJOR] = version.split('.');

/** A page of the package, in the latest version that is compatible with this one. */
const urlOf = (file: string): string =>
  `https://unpkg.com/axios-procore-company-id@${MAJOR}/${file}`;

const GUIDES: Readonly<Partial<Record<GroupName, Guide>>> = {
  toFix: {
    page: 'Migrating a legacy integration',
    url: urlOf('docs/migrating.md'),
    code: ['procore.get(url, { procoreCompanyId: 42 }); // one company, a valid id'],
  },
  nothingNamed: {
    page: 'Migrating a legacy integration',
    url: urlOf('docs/migrating.md'),
    code: [
      'attachProcoreCompanyId(procore, { companyId: 42 }); // one company',
      'procore.get(url, { procoreCompanyId: 42 }); // several companies',
    ],
  },
  onlyProject: {
    page: 'The project directory',
    url: urlOf('docs/projects.md'),
    code: [
      "import { projectDirectory } from 'axios-procore-company-id/projects';",
      '',
      'const resolver = projectDirectory({ lookup: companyOfProject });',
      'attachProcoreCompanyId(procore, { resolver }); // several companies',
      'attachProcoreCompanyId(procore, { companyId: 42 }); // one company',
    ],
  },
  companyDocumented: {
    page: 'Auditing your calls',
    url: urlOf('docs/audit.md'),
    code: [
      "import { createAudit } from 'axios-procore-company-id/audit';",
      '',
      'const audit = createAudit();',
      'attachProcoreCompanyId(procore, { dryRun: true, observe: audit.observe });',
    ],
  },
  companyNamed: {
    page: 'README',
    url: urlOf('README.md'),
    code: ['attachProcoreCompanyId(procore); // right after axios.create()'],
  },
};

/** What helps with a group, if there is anything to do for it. */
export const guideFor = ({ name }: Pick<Group, 'name'>): Guide | undefined => GUIDES[name];

// @ts-nocheck
export const HELP = `Usage: procore-company-id <command> [options]

Commands:
  audit [files...]  Which calls to Procore name their company, and what the others need.
  edge              A small Procore on this machine that rejects calls without the header.

Options:
  -h, --help        This text; after a command, the options of that command.
  -v, --version     The version of axios-procore-company-id.

Examples:
  npx procore-company-id audit api-call-activity-report.csv
  npx procore-company-id edge --port 4000
`;

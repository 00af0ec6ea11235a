export const HELP = `Usage: procore-company-id <command> [options]

Commands:
  audit [files...]  Show which calls name their company, and what others need.
  edge              Start a small Procore that rejects calls without the header.

Options:
  -h, --help        Show this text. After a command: its options.
  -v, --version     Show the version of axios-procore-company-id.

Examples:
  npx procore-company-id audit api-call-activity-report.csv
  npx procore-company-id edge --port 4000
`;

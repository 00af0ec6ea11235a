// @ts-nocheck
export const AUDIT_HELP = `Usage: procore-company-id audit [files...] [options]

Says per route how the plugin finds the company id, and what the calls need that
name none. The files, or standard input ("-"), are in any mixture:

  - API Call Activity Reports (CSV), from Integration Health in Procore's
    Developer Portal
  - events that were recorded with the option \`observe\`, one JSON object per
    line, or what toJSONLines() of axios-procore-company-id/audit gives
  - HAR files, from a browser or a proxy

On routes that are in a report its counts hold, and recorded calls say how the id
is found.

Options:
  -f, --format FORMAT   table (default), csv, json or markdown
      --html FILE       also write a page that can be filtered and sorted
      --fail-on LIST    exit with 1 if there are calls of these: path, query, body,
                        given, project, default, ambiguous, opted-out, failed,
                        exempt, not-the-api, missing-header (answered by Procore),
                        broken (rows)
      --only LIST       list only the routes with these, from the same words up to
                        not-the-api; the totals remain those of all routes
      --top N           list only the N routes with the most calls
      --api-host HOST   in HAR files, a host that is the API, such as your gateway
      --service-account the calls are made with OAuth client credentials: me and
                        companies need the header too
  -h, --help            this text

How the id is found:
  path, query, body     the call names the company: attaching the plugin is enough
  project               only a project is named: a project directory, or a default
  default               nothing is named: a default, or an id with the call
  given                 the call, a header set by hand or a resolver gives the id
  ambiguous, opted-out, failed
                        recorded calls that got no id for a reason to be mended
  exempt, not-the-api   no header is needed

  "(documented)" and "(similar)": a report shows neither query nor body, so this is
  what Procore documents of the operation, or of those beside it. "default?": the
  route names nothing, and nothing else is known. Record events to be certain.

Exit codes: 0; 1 for --fail-on; 2 for an unusable file or command line.

Examples:
  npx procore-company-id audit report.csv
  npx procore-company-id audit report.csv events.jsonl --html report.html
  npx procore-company-id audit *.har --format markdown --top 20
  cat events.jsonl | npx procore-company-id audit --fail-on default,project
`;

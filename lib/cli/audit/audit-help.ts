export const AUDIT_HELP = `Usage: procore-company-id audit [files...] [options]

Shows which calls name their company, and what is left to do for the others.
The files, or standard input ("-"), can be any mixture of:

  - API Call Activity Reports (CSV), which you download under Integration Health
    in Procore's Developer Portal
  - recorded events: one JSON object per line, from the option \`observe\`, or
    from toJSONLines() of axios-procore-company-id/audit
  - HAR files from a browser or a proxy

If a route is in a report, its number of calls comes from the report. Recorded
calls say how the company id is found.

Options:
  -f, --format FORMAT   table (default), csv, json or markdown
      --html FILE       also write a page that you can filter and sort
      --fail-on LIST    exit with 1 if any calls are left in one of these: path,
                        query, body, project, default, documented, exempt,
                        not-the-api, broken (rows that cannot be read). From
                        recorded calls only: given, ambiguous, opted-out,
                        failed, missing-header (Procore's response)
      --only LIST       list only routes with one of these words, except
                        missing-header and broken; totals still count all
      --top N           list only the N routes with the most calls
      --api-host HOST   a host in HAR files that is the API, such as a gateway
      --service-account the calls use OAuth client credentials, so that me and
                        companies need the header too
  -h, --help            show this text

How the company is found:
  path, query, body     the call names it: attaching the plugin is enough
  documented            query or body, but only by Procore's documentation:
                        record events to check
  project               only a project is named: needs a project directory or a
                        default
  default               nothing is named: needs a default, or an id in the call
  given                 the call, a header set by hand or a resolver gives it
  ambiguous, opted-out, failed
                        a recorded call got no id: fix the call
  exempt, not-the-api   no header is needed

  A report shows no query, body or headers. "?" marks what only Procore's
  documentation or the route suggests.

Exit codes: 0; 1 for --fail-on; 2 for an unusable file or command line.

Examples:
  npx procore-company-id audit report.csv
  npx procore-company-id audit report.csv events.jsonl --html report.html
  npx procore-company-id audit *.har --format markdown --top 20
  cat events.jsonl | npx procore-company-id audit --fail-on default,project
`;

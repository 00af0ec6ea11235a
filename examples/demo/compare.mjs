const NOT_SENT = '-';

/** The six cells of a row: request | header, result without the plugin | header, source of the id, result with it. */
const cellsOf = (before, after) => [
  (after ?? before).name,
  before?.header ?? NOT_SENT,
  before?.result ?? NOT_SENT,
  after?.header ?? NOT_SENT,
  after?.source ?? NOT_SENT,
  after?.result ?? NOT_SENT,
];

/** The requests of one call, side by side in the order in which they were sent. */
function sideBySide(before, after) {
  const length = Math.max(before.length, after.length);
  return Array.from({ length }, (_, index) => cellsOf(before[index], after[index]));
}

const differs = (row, claim) => row?.join() !== claim?.join();

function describe(row, claim) {
  const seen = row ? row.join(' | ') : 'no such request';
  return `claimed: ${claim ? claim.join(' | ') : 'no such request'}\n   seen: ${seen}`;
}

/**
 * Compares what was recorded without and with the plugin with what the calls claim.
 *
 * @returns rows for the table, grouped by call, and a text for each difference
 */
export function compare(calls, before, after) {
  const problems = [];
  const groups = calls.map(({ claims }, index) => {
    const rows = sideBySide(before[index].requests, after[index].requests);
    const length = Math.max(rows.length, claims.length);
    for (let at = 0; at < length; at += 1) {
      if (differs(rows[at], claims[at])) problems.push(describe(rows[at], claims[at]));
    }
    const { error } = after[index];
    if (error)
      problems.push(`claimed: ${claims[0][0]} succeeds with the plugin\n   seen: ${error}`);
    return rows;
  });
  return { groups, problems };
}

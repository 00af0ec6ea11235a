// @ts-nocheck
function stryNS_9fa48() {
  var g = typeof globalThis === 'object' && globalThis && globalThis.Math === Math && globalThis || new Function("return this")();
  var ns = g.__stryker__ || (g.__stryker__ = {});
  if (ns.activeMutant === undefined && g.process && g.process.env && g.process.env.__STRYKER_ACTIVE_MUTANT__) {
    ns.activeMutant = g.process.env.__STRYKER_ACTIVE_MUTANT__;
  }
  function retrieveNS() {
    return ns;
  }
  stryNS_9fa48 = retrieveNS;
  return retrieveNS();
}
stryNS_9fa48();
function stryCov_9fa48() {
  var ns = stryNS_9fa48();
  var cov = ns.mutantCoverage || (ns.mutantCoverage = {
    static: {},
    perTest: {}
  });
  function cover() {
    var c = cov.static;
    if (ns.currentTestId) {
      c = cov.perTest[ns.currentTestId] = cov.perTest[ns.currentTestId] || {};
    }
    var a = arguments;
    for (var i = 0; i < a.length; i++) {
      c[a[i]] = (c[a[i]] || 0) + 1;
    }
  }
  stryCov_9fa48 = cover;
  cover.apply(null, arguments);
}
function stryMutAct_9fa48(id) {
  var ns = stryNS_9fa48();
  function isActive(id) {
    if (ns.activeMutant === id) {
      if (ns.hitCount !== void 0 && ++ns.hitCount > ns.hitLimit) {
        throw new Error('Stryker: Hit count limit reached (' + ns.hitCount + ')');
      }
      return true;
    }
    return false;
  }
  stryMutAct_9fa48 = isActive;
  return isActive(id);
}
const WORD = stryMutAct_9fa48("269") ? /^(?:[a-z][a-z_-]{0,47}|v\d+(?:\.\D+)?)?$/i : stryMutAct_9fa48("268") ? /^(?:[a-z][a-z_-]{0,47}|v\d+(?:\.\d)?)?$/i : stryMutAct_9fa48("267") ? /^(?:[a-z][a-z_-]{0,47}|v\d+(?:\.\d+))?$/i : stryMutAct_9fa48("266") ? /^(?:[a-z][a-z_-]{0,47}|v\D+(?:\.\d+)?)?$/i : stryMutAct_9fa48("265") ? /^(?:[a-z][a-z_-]{0,47}|v\d(?:\.\d+)?)?$/i : stryMutAct_9fa48("264") ? /^(?:[a-z][^a-z_-]{0,47}|v\d+(?:\.\d+)?)?$/i : stryMutAct_9fa48("263") ? /^(?:[a-z][a-z_-]|v\d+(?:\.\d+)?)?$/i : stryMutAct_9fa48("262") ? /^(?:[^a-z][a-z_-]{0,47}|v\d+(?:\.\d+)?)?$/i : stryMutAct_9fa48("261") ? /^(?:[a-z][a-z_-]{0,47}|v\d+(?:\.\d+)?)$/i : stryMutAct_9fa48("260") ? /^(?:[a-z][a-z_-]{0,47}|v\d+(?:\.\d+)?)?/i : stryMutAct_9fa48("259") ? /(?:[a-z][a-z_-]{0,47}|v\d+(?:\.\d+)?)?$/i : (stryCov_9fa48("259", "260", "261", "262", "263", "264", "265", "266", "267", "268", "269"), /^(?:[a-z][a-z_-]{0,47}|v\d+(?:\.\d+)?)?$/i);

/**
 * A path with everything replaced that may be an id or a secret, in the form of Procore's own reports:
 * `/rest/v1.0/projects/:project_id/rfis/:id`.
 */
export function routeOf(path: string): string {
  const segments = path.split('/');
  return segments.map((segment, index) => {
    if (WORD.test(segment)) return segment;
    const parent = String(segments[index - 1]);
    if (parent === 'companies') return ':company_id';
    return (stryMutAct_9fa48("272") ? /^projects$/ : stryMutAct_9fa48("271") ? /^projects?/ : stryMutAct_9fa48("270") ? /projects?$/ : (stryCov_9fa48("270", "271", "272"), /^projects?$/)).test(parent) ? ':project_id' : ':id';
  }).join('/');
}
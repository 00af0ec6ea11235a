/** One way to read the url of a request. */
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
export interface Reading {
  /** Where it connects to: `undefined` for a relative url, `null` where nobody can tell. */
  readonly origin: URL | null | undefined;
  /** The path from its first slash on. */
  readonly path: string;
  /** The query without its question mark. */
  readonly search: string;
}
const AUTHORITY = stryMutAct_9fa48("223") ? /^(?:https?:)?\/\/([/?#\\]*)/i : stryMutAct_9fa48("222") ? /^(?:https?:)?\/\/([^/?#\\])/i : stryMutAct_9fa48("221") ? /^(?:https:)?\/\/([^/?#\\]*)/i : stryMutAct_9fa48("220") ? /^(?:https?:)\/\/([^/?#\\]*)/i : stryMutAct_9fa48("219") ? /(?:https?:)?\/\/([^/?#\\]*)/i : (stryCov_9fa48("219", "220", "221", "222", "223"), /^(?:https?:)?\/\/([^/?#\\]*)/i);
/** User info, a host of characters that every url parser treats alike, a port. */
const PLAIN_AUTHORITY = stryMutAct_9fa48("238") ? /^(?:[^@\s]*@)?(?:[\w.\u0080-\uffff-]+|\[[\da-f:.]+\])(?::\D*)?$/i : stryMutAct_9fa48("237") ? /^(?:[^@\s]*@)?(?:[\w.\u0080-\uffff-]+|\[[\da-f:.]+\])(?::\d)?$/i : stryMutAct_9fa48("236") ? /^(?:[^@\s]*@)?(?:[\w.\u0080-\uffff-]+|\[[\da-f:.]+\])(?::\d*)$/i : stryMutAct_9fa48("235") ? /^(?:[^@\s]*@)?(?:[\w.\u0080-\uffff-]+|\[[\Da-f:.]+\])(?::\d*)?$/i : stryMutAct_9fa48("234") ? /^(?:[^@\s]*@)?(?:[\w.\u0080-\uffff-]+|\[[^\da-f:.]+\])(?::\d*)?$/i : stryMutAct_9fa48("233") ? /^(?:[^@\s]*@)?(?:[\w.\u0080-\uffff-]+|\[[\da-f:.]\])(?::\d*)?$/i : stryMutAct_9fa48("232") ? /^(?:[^@\s]*@)?(?:[\W.\u0080-\uffff-]+|\[[\da-f:.]+\])(?::\d*)?$/i : stryMutAct_9fa48("231") ? /^(?:[^@\s]*@)?(?:[^\w.\u0080-\uffff-]+|\[[\da-f:.]+\])(?::\d*)?$/i : stryMutAct_9fa48("230") ? /^(?:[^@\s]*@)?(?:[\w.\u0080-\uffff-]|\[[\da-f:.]+\])(?::\d*)?$/i : stryMutAct_9fa48("229") ? /^(?:[^@\S]*@)?(?:[\w.\u0080-\uffff-]+|\[[\da-f:.]+\])(?::\d*)?$/i : stryMutAct_9fa48("228") ? /^(?:[@\s]*@)?(?:[\w.\u0080-\uffff-]+|\[[\da-f:.]+\])(?::\d*)?$/i : stryMutAct_9fa48("227") ? /^(?:[^@\s]@)?(?:[\w.\u0080-\uffff-]+|\[[\da-f:.]+\])(?::\d*)?$/i : stryMutAct_9fa48("226") ? /^(?:[^@\s]*@)(?:[\w.\u0080-\uffff-]+|\[[\da-f:.]+\])(?::\d*)?$/i : stryMutAct_9fa48("225") ? /^(?:[^@\s]*@)?(?:[\w.\u0080-\uffff-]+|\[[\da-f:.]+\])(?::\d*)?/i : stryMutAct_9fa48("224") ? /(?:[^@\s]*@)?(?:[\w.\u0080-\uffff-]+|\[[\da-f:.]+\])(?::\d*)?$/i : (stryCov_9fa48("224", "225", "226", "227", "228", "229", "230", "231", "232", "233", "234", "235", "236", "237", "238"), /^(?:[^@\s]*@)?(?:[\w.\u0080-\uffff-]+|\[[\da-f:.]+\])(?::\d*)?$/i);
/** The parser of axios 0.x takes digits for the beginning of a scheme, too. */
const SCHEME = stryMutAct_9fa48("242") ? /^[a-z\D.+-]+:/i : stryMutAct_9fa48("241") ? /^[^a-z\d.+-]+:/i : stryMutAct_9fa48("240") ? /^[a-z\d.+-]:/i : stryMutAct_9fa48("239") ? /[a-z\d.+-]+:/i : (stryCov_9fa48("239", "240", "241", "242"), /^[a-z\d.+-]+:/i);
const CONTROLS = /[\t\n\r]/g;
/** Relative urls are read against it to see whether they stay relative: `http:/x` would, against another http url. */
const ANYWHERE = 'ws://relative.invalid';
function parseUrl(url: string, base?: string): URL | undefined {
  try {
    const parsed = new URL(url, base);
    // A dot at its end leads to the same host.
    parsed.hostname = parsed.hostname.replace(/\.$/, stryMutAct_9fa48("243") ? "Stryker was here!" : (stryCov_9fa48("243"), ''));
    return parsed;
  } catch {
    if (stryMutAct_9fa48("244")) {
      {}
    } else {
      stryCov_9fa48("244");
      return undefined;
    }
  }
}

/** A url as a browser reads it: against the page, where there is one. */
export function parseOnPage(url: string): URL | undefined {
  return parseUrl(url, (globalThis as {
    location?: {
      href: string;
    };
  }).location?.href);
}

/** Percent-decoded and with slashes merged, as lenient servers read a path. */
function lenientPath(text: string): string {
  let decoded = text;
  try {
    decoded = decodeURIComponent(text);
  } catch {
    // A malformed escape stays as it is.
  }
  // Without tabs and line breaks first, as the parser drops them: what it then took for a host could be unusable.
  const path = decoded.replace(CONTROLS, stryMutAct_9fa48("245") ? "Stryker was here!" : (stryCov_9fa48("245"), '')).replace(/[\\/]+/g, '/');
  return new URL(path, ANYWHERE).pathname;
}

/**
 * A url as it stands, with its backslashes as slashes, as the WHATWG parser reads it, and as a lenient server may read that.
 * The parser of axios 0.x cuts off more kinds of white space than the WHATWG's.
 */
export function readTarget(target: string): Reading[] {
  const text = target.trim();
  const authority = AUTHORITY.exec(text)?.[1];
  const isRelative = authority === undefined;
  const url = isRelative ? parseUrl(target, ANYWHERE) : parseOnPage(target);
  const isPlain = isRelative ? stryMutAct_9fa48("248") ? url?.origin === ANYWHERE || !SCHEME.test(text) : stryMutAct_9fa48("247") ? false : stryMutAct_9fa48("246") ? true : (stryCov_9fa48("246", "247", "248"), (stryMutAct_9fa48("250") ? url?.origin !== ANYWHERE : stryMutAct_9fa48("249") ? true : (stryCov_9fa48("249", "250"), (stryMutAct_9fa48("251") ? url.origin : (stryCov_9fa48("251"), url?.origin)) === ANYWHERE)) && (stryMutAct_9fa48("252") ? SCHEME.test(text) : (stryCov_9fa48("252"), !SCHEME.test(text)))) : PLAIN_AUTHORITY.test(authority);
  const origin = (stryMutAct_9fa48("255") ? url || isPlain : stryMutAct_9fa48("254") ? false : stryMutAct_9fa48("253") ? true : (stryCov_9fa48("253", "254", "255"), url && isPlain)) ? isRelative ? undefined : url : null;
  const [address, ...rest] = text.replace(/#.*/s, '').replace(AUTHORITY, '').split('?');
  const raw = String(address).replace(/^(?!\/)/, stryMutAct_9fa48("256") ? "" : (stryCov_9fa48("256"), '/'));
  const reading = (path: string, search: string): Reading => ({
    origin,
    path,
    search
  });
  const asSent = reading(raw, rest.join(stryMutAct_9fa48("257") ? "" : (stryCov_9fa48("257"), '?')));
  if (!url) return [asSent];
  const {
    pathname,
    search
  } = url;
  return [asSent, ...[raw.replace(/\\/g, stryMutAct_9fa48("258") ? "" : (stryCov_9fa48("258"), '/')), pathname, lenientPath(pathname),
  // The parser of axios 0.x escapes what the WHATWG's drops.
  lenientPath(raw.replace(CONTROLS, '_'))].map(path => reading(path, search.slice(1)))];
}
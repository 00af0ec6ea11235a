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
import { own } from './own';

/** How much of a body is looked at, in bytes or characters. Procore's text has 260. */
export const MOST_BYTES = 4096;

/** Procore's "Missing Procore-Company-Id header!". */
export const MISSING_HEADER = /missing procore-company-id header/i;
/** The header names no company. */
export const INVALID_COMPANY = /invalid company id/i;

/** Where the documented error bodies keep their texts. */
const FIELDS = ['message', 'error', 'errors', 'reason', stryMutAct_9fa48("85") ? "" : (stryCov_9fa48("85"), 'error_description')];
const DEEPEST = 4;
const MOST_ITEMS = 20;

/** The texts in an error body of any documented shape. `errors` may be a list, or a map of the caller's own field names. */
function textIn(body: unknown, depth: number, isErrors?: boolean): string {
  if (typeof body === 'string') return stryMutAct_9fa48("86") ? body : (stryCov_9fa48("86"), body.slice(0, MOST_BYTES));
  if (typeof body !== 'object' || (stryMutAct_9fa48("88") ? body !== null : stryMutAct_9fa48("87") ? false : (stryCov_9fa48("87", "88"), body === null)) || (stryMutAct_9fa48("91") ? depth <= DEEPEST : stryMutAct_9fa48("90") ? depth >= DEEPEST : stryMutAct_9fa48("89") ? false : (stryCov_9fa48("89", "90", "91"), depth > DEEPEST))) return stryMutAct_9fa48("92") ? "Stryker was here!" : (stryCov_9fa48("92"), '');
  const texts = isErrors || Array.isArray(body) ? Object.values(body).slice(0, MOST_ITEMS).map(item => textIn(item, stryMutAct_9fa48("93") ? depth - 1 : (stryCov_9fa48("93"), depth + 1))) : FIELDS.map(field => textIn(own(body, field), stryMutAct_9fa48("94") ? depth - 1 : (stryCov_9fa48("94"), depth + 1), stryMutAct_9fa48("97") ? field !== 'errors' : stryMutAct_9fa48("96") ? false : stryMutAct_9fa48("95") ? true : (stryCov_9fa48("95", "96", "97"), field === (stryMutAct_9fa48("98") ? "" : (stryCov_9fa48("98"), 'errors')))));
  return texts.join(stryMutAct_9fa48("99") ? "" : (stryCov_9fa48("99"), '\n'));
}

/** The characters of the first bytes. What is looked for is ASCII, so the encoding of the rest does not matter. */
export function asciiOf(bytes: ArrayBuffer | ArrayBufferView): string {
  const {
    buffer = bytes,
    byteOffset,
    byteLength
  } = bytes as Partial<ArrayBufferView> & ArrayBuffer;
  const length = Math.min(byteLength, MOST_BYTES);
  return String.fromCharCode(...new Uint8Array(buffer as ArrayBuffer, byteOffset, length));
}

/**
 * What a delivered body says: the texts of its error fields, or its beginning where it is plain text. A stream or Blob says nothing
 * before it is read.
 */
export function errorText(data: unknown): string {
  const isBytes = ArrayBuffer.isView(data) || data instanceof ArrayBuffer;
  const body = isBytes ? asciiOf(data) : data;
  try {
    return textIn((stryMutAct_9fa48("102") ? typeof body !== 'string' : stryMutAct_9fa48("101") ? false : stryMutAct_9fa48("100") ? true : (stryCov_9fa48("100", "101", "102"), typeof body === (stryMutAct_9fa48("103") ? "" : (stryCov_9fa48("103"), 'string')))) ? JSON.parse(stryMutAct_9fa48("104") ? body : (stryCov_9fa48("104"), body.slice(0, MOST_BYTES))) : body, 0);
  } catch {
    return textIn(String(body), 0);
  }
}
// @ts-nocheck
import type { EdgeOutcome } from './request-log';

export const JSON_TYPE = 'application/json; charset=utf-8';
export const TEXT_TYPE = 'text/plain; charset=utf-8';

/** What a server will answer, as a value: nothing is written before the request is logged. */
export interface Reply {
  readonly status: number;
  readonly outcome: EdgeOutcome;
  readonly body: string | Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

export const reply = (
  status: number,
  outcome: EdgeOutcome,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): Reply => ({ status, outcome, body, headers });

export const jsonReply = (
  status: number,
  outcome: EdgeOutcome,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): Reply =>
  reply(status, outcome, JSON.stringify(value), { 'Content-Type': JSON_TYPE, ...headers });

export const redirectReply = (location: string): Reply =>
  reply(302, 'redirect', '', { Location: location });

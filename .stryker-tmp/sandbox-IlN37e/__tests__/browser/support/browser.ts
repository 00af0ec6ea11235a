// @ts-nocheck
import { type Browser, chromium } from 'playwright-core';

/** No name but that of this machine is ever looked up, and the browser has no errands of its own. */
const STAY_HERE = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];

/** Starts Chromium without its sandbox, as root must. `CHROMIUM_PATH` says where it is, if not where Debian puts it. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    chromiumSandbox: false,
    args: STAY_HERE,
  });
}

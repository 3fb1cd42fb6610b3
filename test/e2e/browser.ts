import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * A Chromium of this machine: `CHROMIUM`, or one on the path. The packages of most systems have one; the downloads of Playwright are not
 * needed.
 */
export function installedBrowser(): string | undefined {
  const given = process.env.CHROMIUM;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates =
    given === undefined ? NAMES.flatMap((name) => folders.map((folder) => join(folder, name))) : [given];
  return candidates.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * Starts it, by the API of Playwright. Its types need those of the DOM, which are not to be known in this project: nothing here runs in
 * browsers.
 */
export function startBrowser(executablePath: string): Promise<any> {
  const { chromium } = require('playwright-core');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}

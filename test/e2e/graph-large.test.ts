import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatGraph, graphOf } from '../../src/graph';
import { readManifests } from '../../src/reading';
import { installedBrowser, startBrowser } from './browser';

declare const document: any;

const executable = installedBrowser();
const inBrowser = executable === undefined ? describe.skip : describe;

/** Deployments in namespaces of their own; the one that refers to a Secret that is not there is in the last. */
const TEXT = Array.from({ length: 240 }, (_, index) => {
  const name = `app-${index}`;
  const container = { name, image: `${name}:1`, ...(index === 239 && { envFrom: [{ secretRef: { name: 'login' } }] }) };
  const metadata = { name, namespace: `team-${index}` };
  const template = { metadata: { labels: { app: name } }, spec: { containers: [container] } };
  const data = { 'app-7.conf': '' };
  return [
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { ...metadata, name: `settings-${index}` }, data },
    { apiVersion: 'v1', kind: 'Secret', metadata: { ...metadata, name: 'other' } },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata,
      spec: { selector: { matchLabels: { app: name } }, template },
    },
  ];
})
  .flat()
  .map((object) => JSON.stringify(object))
  .join('\n---\n');

inBrowser('the page of a large picture in Chromium', () => {
  let folder: string;
  let browser: any;
  let page: any;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'graph-large-'));
    writeFileSync(join(folder, 'graph.html'), formatGraph(graphOf(readManifests(TEXT, 'all.yaml')), 'html'));
    browser = await startBrowser(executable!);
    page = await (await browser.newContext({ viewport: { width: 1400, height: 900 } })).newPage();
    await page.goto(`file://${folder}/graph.html`);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('begins where something is unresolved', async () => {
    const inside = await page.evaluate(() => {
      const area = document.querySelector('.canvas').getBoundingClientRect();
      return [...document.querySelectorAll('.node.bad')].filter((node: any) => {
        const { left, right, top, bottom } = node.getBoundingClientRect();
        return left >= area.left && right <= area.right && top >= area.top && bottom <= area.bottom;
      }).length;
    });
    expect(inside).toBeGreaterThan(0);
  });

  test('search goes to objects of the name first', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('app-7');
    await page.keyboard.press('Enter');
    expect(await page.locator('#status').textContent()).toMatch(/^Deployment app-7, 1 of \d+$/);
  });
});

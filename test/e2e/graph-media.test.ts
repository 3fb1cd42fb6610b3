import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatGraph, graphOf } from '../../src/graph';
import { readManifests } from '../../src/reading';
import { installedBrowser, startBrowser } from './browser';

declare const document: any;
declare const dispatchEvent: any;
declare const Event: any;
declare const innerWidth: number;

const executable = installedBrowser();
const inBrowser = executable === undefined ? describe.skip : describe;
const FILE = 'dist/hardened-blog-stack.k8s.yaml';

inBrowser('the page on paper, in a narrow window and by keyboard', () => {
  let folder: string;
  let browser: any;
  let page: any;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'graph-media-'));
    const text = readFileSync(join(__dirname, '..', '..', FILE), 'utf8');
    writeFileSync(join(folder, 'graph.html'), formatGraph(graphOf(readManifests(text, FILE)), 'html'));
    browser = await startBrowser(executable!);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const open = async (width: number, height: number) => {
    page = await (await browser.newContext({ viewport: { width, height } })).newPage();
    await page.goto(`file://${folder}/graph.html`);
  };
  afterEach(() => page.context().close());

  /** Elements that are not within the width of the window, by the text in them. */
  const beside = (selector: string) =>
    page.evaluate(
      (wanted: string) =>
        [...document.querySelectorAll(wanted)]
          .filter((element: any) => {
            const { left, right, width } = element.getBoundingClientRect();
            return width > 0 && (left < 0 || right > innerWidth + 0.5);
          })
          .map((element: any) => element.textContent),
      selector,
    );
  const viewBox = () => page.locator('.canvas > svg').getAttribute('viewBox');

  test('prints the whole picture and all rows of the tables, on as many sheets as they need', async () => {
    await open(1000, 700);
    for (let times = 0; times < 6; times += 1) await page.locator('#in').click();
    const before = await viewBox();
    const pdf: Buffer = await page.pdf({ format: 'A4' });
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)!.length).toBeGreaterThan(3);
    expect(await viewBox()).toBe(before);

    await page.setViewportSize({ width: 720, height: 1000 });
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await beside('.node, .box, td, th, .legend span')).toEqual([]);
    const cut = await page.evaluate(() => {
      const bottom = document.documentElement.scrollHeight;
      const rows = [...document.querySelectorAll('tr')].map((row: any) => row.getBoundingClientRect());
      const main = document.querySelector('main').getBoundingClientRect();
      return rows.filter((row: any) => row.bottom > Math.min(bottom, main.bottom) + 1 || row.height === 0).length;
    });
    expect(cut).toBe(0);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  });

  test.each([
    [400, 800],
    // A window of 1280 × 1024 at 400 %, as success criterion 1.4.10 of WCAG 2.2 has it.
    [320, 256],
  ])('everything is reached in a window of %i × %i', async (width, height) => {
    await open(width, height);
    const sizes = await page.evaluate(() =>
      ['.canvas', '#details', '.legend'].map((one) => document.querySelector(one).getBoundingClientRect().height),
    );
    expect(Math.min(...sizes)).toBeGreaterThan(80);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    for (const name of ['Namespaces', 'Kinds', 'Keys']) {
      await page.locator('summary', { hasText: name }).click();
      expect(await beside('.menu[open] *')).toEqual([]);
      await page.keyboard.press('Escape');
    }
  });

  const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.textContent);

  test('Esc in a menu returns to its button', async () => {
    await open(1000, 700);
    await page.locator('summary', { hasText: 'Kinds' }).press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('Kinds');
  });

  test('Tab goes from an object to its details, which stay, and to the links in them', async () => {
    await open(1000, 700);
    const node = page.locator('.node.workload.bad').first();
    await node.focus();
    const title = (await node.getAttribute('aria-label')).split(',')[0];
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('details');
    expect(await page.locator('#details h2').textContent()).toBe(title);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement.className)).toBe('link');
  });

  test('what scrolls has the focus, so that keys can scroll it', async () => {
    await open(1000, 700);
    await page.locator('#tables').click();
    expect(await page.locator('#rows').getAttribute('tabindex')).toBe('0');
  });

  test('headings have no gap between their levels', async () => {
    await open(1000, 700);
    const levels = () =>
      page.evaluate(() => [...document.querySelectorAll('h1, h2, h3')].map(({ tagName }: any) => Number(tagName[1])));
    const gaps = async () =>
      (await levels()).filter((level: number, at: number, all: number[]) => level > (all[at - 1] ?? 0) + 1);
    expect(await gaps()).toEqual([]);
    await page.locator('.node.workload.bad').first().click();
    expect(await gaps()).toEqual([]);
  });
});

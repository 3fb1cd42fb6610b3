import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatGraph, graphOf } from '../../src/graph';
import { readManifests } from '../../src/reading';
import { installedBrowser, startBrowser } from './browser';

/** What functions find that run in the page. */
declare const document: any;
declare const getComputedStyle: any;
declare const DOMParser: any;

const STACKS = ['teams', 'hardened-blog-stack'];
const ROOT = join(__dirname, '..', '..');
const executable = installedBrowser();
const inBrowser = executable === undefined ? describe.skip : describe;
if (executable === undefined) {
  process.stderr.write('the tests of pictures are skipped: no Chromium on the path; name one by CHROMIUM\n');
}

inBrowser.each(STACKS)('the page of %s in Chromium', (stack) => {
  const file = `dist/${stack}.k8s.yaml`;
  const graph = graphOf(readManifests(readFileSync(join(ROOT, file)), file));
  let folder: string;
  let browser: any;
  let page: any;
  const requests: string[] = [];
  const problems: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'graph-'));
    for (const format of ['html', 'svg'] as const) {
      writeFileSync(join(folder, `graph.${format}`), formatGraph(graph, format));
    }
    browser = await startBrowser(executable!);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    requests.length = 0;
    problems.length = 0;
    const context = await browser.newContext({ viewport: { width: 1600, height: 1000 }, offline: true });
    page = await context.newPage();
    page.on('request', (request: any) => requests.push(request.url()));
    page.on('pageerror', (error: unknown) => problems.push(String(error)));
    page.on('console', (message: any) => {
      if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
    });
    await page.goto(`file://${folder}/graph.html`);
  });
  afterEach(async () => {
    await page.context().close();
    // No violation of the policy, no error of the script, and nothing but the page is asked for.
    expect(problems).toEqual([]);
    expect(requests).toEqual([`file://${folder}/graph.html`]);
  });

  const shown = () => page.locator('.node:not([hidden])').count();
  const details = () => page.locator('#details').textContent();
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

  test('every text is inside of its card, and no two cards or titles overlap', async () => {
    const { outside, overlapping } = await page.evaluate(() => {
      const box = (element: any) => element.getBoundingClientRect();
      const nodes = [...document.querySelectorAll('.node')];
      const outside = nodes.filter((node) => {
        const card = box(node.querySelector('.card')!);
        return [...node.querySelectorAll('text')].some((text) => {
          const { left, right, top, bottom } = box(text);
          return left < card.left || right > card.right || top < card.top || bottom > card.bottom;
        });
      });
      const texts = [...document.querySelectorAll('.node .card, .box text')].map(box);
      const overlapping = texts.filter((a, index) =>
        texts
          .slice(index + 1)
          .some((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
      );
      return { outside: outside.map((node) => node.textContent), overlapping: overlapping.length };
    });
    expect(outside).toEqual([]);
    expect(overlapping).toBe(0);
  });

  test('pointing at an object shows its line, and leaving it shows the findings again', async () => {
    const before = await details();
    const node = page.locator('.node.workload:not(.absent)').first();
    const title = (await node.getAttribute('aria-label'))!;
    await node.hover();
    expect(await details()).toContain(title.split(',')[0]);
    expect(await details()).toMatch(new RegExp(`${file.replaceAll('.', '\\.')}:\\d+:1`));
    await page.locator('h1').hover();
    expect(await details()).toBe(before);
  });

  test('the keyboard reaches, moves, keeps and lets go', async () => {
    await page.locator('#search').focus();
    for (let presses = 0; presses < 20 && !(await focused()).includes('namespace'); presses += 1) {
      await page.keyboard.press('Tab');
    }
    const first = await focused();
    expect(first).toContain('namespace');
    await page.keyboard.press('ArrowDown');
    const second = await focused();
    expect(second).not.toBe(first);
    expect(await page.locator('.node[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Enter');
    expect(await page.locator('.node[aria-pressed=true]').getAttribute('aria-label')).toBe(second);
    await page.keyboard.press('Escape');
    expect(await page.locator('.node[aria-pressed=true]').count()).toBe(0);
  });

  test('search finds objects and goes through them', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('ServiceAccount');
    const count = graph.nodes.filter(({ kind }) => kind === 'ServiceAccount').length;
    expect(await page.locator('.node.access.found').count()).toBeGreaterThanOrEqual(count);
    await page.keyboard.press('Enter');
    expect(await page.locator('#status').textContent()).toMatch(/, 1 of \d+$/);
    await page.keyboard.press('Escape');
    expect(await page.locator('.searching').count()).toBe(0);
  });

  test('filters hide objects by namespace and by kind, with their arrows', async () => {
    const all = await shown();
    await page.locator('summary', { hasText: 'Kinds' }).click();
    await page.locator('input[name=kind][value=Deployment]').uncheck();
    const deployments = graph.nodes.filter(({ kind }) => kind === 'Deployment').length;
    expect(await shown()).toBe(all - deployments);
    const loose = await page.evaluate(() => {
      const hidden = [...document.querySelectorAll('.node')].map((node) => node.hasAttribute('hidden'));
      return [...document.querySelectorAll('.edge:not([hidden])')].filter(
        ({ dataset }) => hidden[Number(dataset.from)] || hidden[Number(dataset.to)],
      ).length;
    });
    expect(loose).toBe(0);
    await page.keyboard.press('Escape');
    await page.locator('summary', { hasText: 'Namespaces' }).click();
    await page.locator('.menu[open] button[data-all]').click();
    expect(await shown()).toBe(0);
    await page.locator('.menu[open] button[data-all]').click();
    expect(await shown()).toBe(all - deployments);
  });

  test('zooming keeps the point below the pointer, and everything fits again', async () => {
    const viewBox = async () => (await page.locator('.canvas > svg').getAttribute('viewBox'))!.split(' ').map(Number);
    const [, , width] = await viewBox();
    await page.mouse.move(300, 400);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -200);
    await page.keyboard.up('Control');
    await page.waitForFunction(
      (before: number) =>
        Number(document.querySelector('.canvas > svg')!.getAttribute('viewBox')!.split(' ')[2]) < before,
      width!,
    );
    await page.keyboard.press('0');
    const again = await viewBox();
    expect(again[2]).toBeCloseTo(width!, 0);
  });

  test('the tables have everything', async () => {
    await page.locator('#tables').click();
    expect(await page.locator('.canvas').isVisible()).toBe(false);
    expect(await page.locator('tr[data-object]').count()).toBe(await page.locator('.node').count());
    expect(await page.locator('tr[data-reference]').count()).toBe(await page.locator('.edge[data-from]').count());
    expect(await page.getByRole('table').count()).toBe(2);
  });

  test.each(['light', 'dark'] as const)('texts stand out in the %s color scheme', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    const contrasts = await page.evaluate(() => {
      const parts = (color: string) =>
        color
          .match(/[\d.]+/g)!
          .slice(0, 3)
          .map(Number);
      const luminance = (color: string) => {
        const [r, g, b] = parts(color).map((value) => {
          const part = value / 255;
          return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
        }) as [number, number, number];
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const style = (node: any, selector: string) => getComputedStyle(node.querySelector(selector)!).fill;
      return [...document.querySelectorAll('.node')].flatMap((node) =>
        ['.name', '.kind'].map((selector) => {
          const [a, b] = [luminance(style(node, selector)), luminance(style(node, '.card'))];
          return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        }),
      );
    });
    // WCAG 2.2, success criterion 1.4.3.
    expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(4.5);
  });

  test('the picture alone is well-formed, and has a title for every element', async () => {
    const picture = `file://${folder}/graph.svg`;
    await page.goto(picture);
    const result = await page.evaluate(() => {
      const elements = [...document.querySelectorAll('.node[data-kind], .edge[data-from]')];
      const untitled = elements.filter((element) => !element.querySelector('title')?.textContent);
      return { root: document.documentElement.tagName, elements: elements.length, untitled: untitled.length };
    });
    expect(result).toMatchObject({ root: 'svg', untitled: 0 });
    expect(result.elements).toBeGreaterThan(20);
    expect(requests.splice(1)).toEqual([picture]);
  });
});

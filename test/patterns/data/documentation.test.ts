import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ModuleKind, transpileModule } from 'typescript';
import { Manifest } from '../../../src/testing';

const PAGE = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'data-stack.md'), 'utf8');
const PROGRAM = /```ts\n([\s\S]*?)```/.exec(PAGE)![1]!;

test('the first program of the page has twenty lines or fewer, and makes a blog with its database and backups', () => {
  expect(PROGRAM.trimEnd().split('\n').length).toBeLessThanOrEqual(20);
  const outdir = mkdtempSync(join(tmpdir(), 'page-'));
  process.env.CDK8S_OUTDIR = outdir;
  try {
    const { outputText } = transpileModule(PROGRAM, { compilerOptions: { module: ModuleKind.CommonJS } });
    new Function('require', 'exports', outputText)(require, {});
    const manifest = Manifest.fromDirectory(outdir);
    for (const [kind, name] of [
      ['StatefulSet', 'db'],
      ['CronJob', 'db-backup'],
      ['Deployment', 'blog'],
      ['Ingress', 'blog'],
    ] as const) {
      manifest.hasResource(kind, name);
    }
  } finally {
    delete process.env.CDK8S_OUTDIR;
    rmSync(outdir, { recursive: true, force: true });
  }
});

import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseAllDocuments } from 'yaml';
import { stringifyManifests } from '../../src/manifest';
import { stepsOf, withTexts } from './blocks';

const ROOT = join(__dirname, '..', '..');
const TSX = pathToFileURL(join(ROOT, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href;

/** What a program or a command printed. */
interface Printed {
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * The page with real outputs: its programs and commands are run, in a project of their own.
 *
 * @throws Error when one fails whose failure the page does not show, or when the page shows what is not there.
 */
export function pageWithOutputs(page: string): string {
  const project = realpathSync(mkdtempSync(join(tmpdir(), 'guide-')));
  try {
    writeFileSync(join(project, 'package.json'), '{ "private": true }\n');
    symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'));
    const shown = new Map<number, string>();
    let last: Printed = { stdout: '', stderr: '' };
    for (const step of stepsOf(page)) {
      if (step.type === 'file') write(join(project, step.path), step.text);
      else if (step.type === 'show') shown.set(step.index, shownText(step.what, last, join(project, 'dist')));
      else if (step.type === 'program') {
        write(join(project, 'main.ts'), step.text);
        last = run(project, ['main.ts'], step.mayFail);
      } else last = run(project, [join(ROOT, 'src', 'cli', 'main.ts'), ...step.args], step.mayFail);
    }
    return withTexts(page, ({ text }, index) => shown.get(index) ?? text);
  } finally {
    rmSync(project, { recursive: true });
  }
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function run(project: string, args: readonly string[], mayFail: boolean): Printed {
  const { CDK8S_OUTDIR: _, ...own } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', TSX, ...args], {
    cwd: project,
    encoding: 'utf8',
    env: { ...own, TSX_TSCONFIG_PATH: join(ROOT, 'tsconfig.json'), NO_COLOR: '1' },
  });
  if (status !== 0 && !mayFail) throw new Error(`${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
  return { stdout, stderr };
}

/** `stdout`, `stderr`, or `output KIND/NAME [FIELD]` for an object that was written, whole or only one field of it. */
function shownText(what: string, last: Printed, outdir: string): string {
  if (what === 'stdout') return `${last.stdout.trim()}\n`;
  // Node.js prints its own lines around a report.
  if (what === 'stderr')
    return `${last.stderr.replace(/^[\s\S]*?(?=^(?:error|warning|note) \[)|\n+Node\.js v\S+\s*$/gm, '').trim()}\n`;
  const [, object = '', field] = what.split(' ');
  const found = objectsIn(outdir).find(({ kind, metadata }) => `${kind}/${metadata.name}` === object);
  if (found === undefined) throw new Error(`no ${object} was written`);
  return stringifyManifests([field === undefined ? found : onlyField(found, field.split('.'))]).replace(/^---\n/, '');
}

function objectsIn(outdir: string): any[] {
  return (
    existsSync(outdir)
      ? readdirSync(outdir)
          .filter((file) => file.endsWith('.yaml'))
          .sort()
      : []
  ).flatMap((file) => parseAllDocuments(readFileSync(join(outdir, file), 'utf8')).map((document) => document.toJS()));
}

function onlyField(object: any, [key = '', ...rest]: readonly string[]): any {
  const value = object?.[key];
  if (value === undefined) throw new Error(`no field ${key} in ${JSON.stringify(object)}`);
  const shown = rest.length === 0 ? value : onlyField(value, rest);
  return Array.isArray(object) ? [shown] : { [key]: shown };
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GATE_CHANGES } from '../src/facts/generated/feature-gates';

/**
 * Writes src/facts/generated/feature-gates.ts: `npm run facts:gates -- FILE...`, the files being pkg/features/kube_features.go of
 * Kubernetes and of its modules apiserver and apiextensions-apiserver, of 1.31 or newer (before, gates had no versions) and older
 * releases first: a newer one replaces what it has. Gates that no file has are kept from the table as it is: they are gone, and
 * stay as they were.
 */
const TARGET = join(__dirname, '..', 'src', 'facts', 'generated', 'feature-gates.ts');

const GATE = /^\t(?:[a-z]+\.)?([A-Z]\w*): \{\n([\s\S]*?)^\t\},/gm;
const SPEC = /MustParse\("1\.(\d+)"\).*?Default:\s*(true|false)/;

/** Minor versions from which the gate is on, and off again, by default: `[29]`, `[24, 33]`. */
function changesOf(specs: string): number[] {
  const defaults = specs
    .split('\n')
    .map((line) => SPEC.exec(line))
    .filter((match) => match !== null)
    .map(([, minor, on]) => ({ minor: Number(minor), on: on === 'true' }))
    .sort((left, right) => left.minor - right.minor);
  let on = false;
  return defaults.flatMap((spec) => {
    if (spec.on === on) return [];
    on = spec.on;
    return [spec.minor];
  });
}

const gates = new Map<string, readonly number[]>(Object.entries(GATE_CHANGES));
for (const file of process.argv.slice(2)) {
  for (const [, name, specs] of readFileSync(file, 'utf8').matchAll(GATE)) {
    gates.set(name!, changesOf(specs!));
  }
}
const rows = [...gates].sort(([left], [right]) => (left < right ? -1 : 1));
writeFileSync(
  TARGET,
  `// Generated from pkg/features of the Kubernetes sources by "npm run facts:gates"; do not edit.

/** Minor versions in which the default of a gate changes: on from the first on, off again from the second on, and so on. */
export const GATE_CHANGES = {
${rows.map(([name, changes]) => `  ${name}: [${changes.join(', ')}],`).join('\n')}
} as const;
`,
);

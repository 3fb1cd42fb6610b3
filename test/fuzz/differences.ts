import type { Finding } from '../../src/findings';
import type { GeneratedFile } from './inputs';
import type { Failure } from './properties';

export interface Comparison {
  check(files: readonly GeneratedFile[]): readonly Finding[];
  /** Whether to look for the file that causes a difference. */
  readonly causes: boolean;
}

/** Categories of findings about one object, which only a definition of its kind can change. */
const OF_ONE_OBJECT: readonly Finding['category'][] = ['api', 'apply'];

/** Reported for the first object of a kind only. */
const OF_FIRST_OBJECT = 'apply-kind-not-established';

/** The findings of each file, by its name. */
export function findingsByFile(findings: readonly Finding[]): Map<string, Finding[]> {
  const byFile = new Map<string, Finding[]>();
  for (const finding of findings) {
    const file = finding.file ?? '';
    byFile.set(file, [...(byFile.get(file) ?? []), finding]);
  }
  return byFile;
}

/** Most other files that may be the cause of one finding: a definition, the objects it names, and what these depend on. */
const LARGEST_CAUSE = 5;

/**
 * Findings about a file that come or go when others are checked with it, except where few of the others are the reason: they make
 * the same difference when only they are checked with it. For the findings of a single object these must define its kind.
 */
export function unexplained(
  files: readonly GeneratedFile[],
  together: ReadonlyMap<string, readonly Finding[]>,
  alone: readonly (readonly Finding[])[],
  { check, causes }: Comparison,
): Failure[] {
  const defining = files.filter(({ defines }) => defines);
  return files.flatMap((file, index) => {
    const joined = keysOf(together.get(file.name) ?? []);
    const apart = keysOf(alone[index]!);
    const differing = [...joined, ...apart].filter(([key]) => joined.has(key) !== apart.has(key));
    const found = new Map<string, ReadonlyMap<string, Finding>>();
    const keysWith = (others: readonly GeneratedFile[]) => {
      const checked = files.filter((each) => each === file || others.includes(each));
      const names = checked.map(({ name }) => name).join();
      const keys = found.get(names) ?? keysOf(check(checked).filter((each) => each.file === file.name));
      found.set(names, keys);
      return keys;
    };
    return differing.flatMap(([key, finding]): Failure[] => {
      const own = OF_ONE_OBJECT.includes(finding.category) && finding.rule !== OF_FIRST_OBJECT;
      if (!own && !causes) return [];
      const isAsTogether = (others: readonly GeneratedFile[]) => keysWith(others).has(key) === joined.has(key);
      const candidates = (own ? defining : files).filter((other) => other !== file);
      if (hasSmallCause(candidates, isAsTogether)) return [];
      const where = joined.has(key) ? 'only together with others' : 'only alone';
      return [{ file: file.name, text: `${where}, without a cause: ${key}` }];
    });
  });
}

/** Whether a few of the candidates are enough: one of them, or what remains when all that can be left out are. */
function hasSmallCause<T>(candidates: readonly T[], isCause: (some: readonly T[]) => boolean): boolean {
  if (candidates.some((one) => isCause([one]))) return true;
  if (!isCause(candidates)) return false;
  let remaining = [...candidates];
  for (let size = Math.ceil(remaining.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < remaining.length; ) {
      const fewer = [...remaining.slice(0, from), ...remaining.slice(from + size)];
      if (isCause(fewer)) remaining = fewer;
      else from += size;
    }
  }
  return remaining.length <= LARGEST_CAUSE;
}

/** What the server rejects in a subject without a namespace has the hint of the reference, which other objects decide. */
const HINTED_BY_OTHERS = 'subject-service-account-namespace';

/** Everything of a finding but its number among all documents. */
function keysOf(findings: readonly Finding[]): Map<string, Finding> {
  return new Map(
    findings.map((finding) => {
      const { document: _, ...all } = finding;
      const rest = finding.rule === HINTED_BY_OTHERS ? { ...all, hint: undefined } : all;
      return [JSON.stringify(rest, (__, part) => (typeof part === 'bigint' ? String(part) : part)), finding];
    }),
  );
}

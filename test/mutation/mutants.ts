import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { KubernetesVersion } from '../../src/facts/versions';
import type { MutantPlace } from './instrument';

/**
 * What a test compares of an answer: reasons, fields and messages, also of warnings; the same without the messages of errors; or
 * the fields of errors alone.
 */
export type Compared = 'messages' | 'fields' | 'errors';

/** A mutant that is passed more often runs in a loop without an end. */
const MOST_HITS = 1_000_000;

const COVER = 'cover';

/** The namespace of instrumented code. */
interface Switches {
  activeMutant?: string;
  currentTestId?: string;
  hitCount?: number;
  hitLimit?: number;
  mutantCoverage: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
}

/** Sources with mutants in them, written by `instrument.ts`. */
export class Mutants {
  readonly places: readonly MutantPlace[];
  /** The rules as the instrumented sources have them. */
  readonly rules: readonly any[];
  private readonly validate: (objects: object[], options: { kubernetesVersion: KubernetesVersion }) => any[];
  private readonly switches: Switches;

  constructor(folder: string) {
    this.places = JSON.parse(readFileSync(join(folder, 'mutants.json'), 'utf8'));
    this.validate = require(resolve(folder, 'src/validation/validate')).validate;
    this.rules = require(resolve(folder, 'src/validation/groups')).allRules();
    this.switches = (globalThis as any).__stryker__;
  }

  /** What a test compares: the causes, or the warnings of an object that is accepted. */
  answer(object: object, kubernetesVersion: KubernetesVersion, compared: Compared = 'messages'): string {
    try {
      const findings = this.validate([object], { kubernetesVersion });
      const errors = findings.filter(({ severity }) => severity === 'error');
      if (errors.length === 0) return JSON.stringify(compared === 'errors' ? [] : findings.map(withMessage).sort());
      if (compared === 'messages') return JSON.stringify(errors.map(withMessage).sort());
      return JSON.stringify([...new Set(errors.map(fieldOf))].sort());
    } catch (error) {
      return `throws ${(error as Error).message}`;
    }
  }

  /** The answer, and the mutants that were passed on the way. */
  covered(object: object, version: KubernetesVersion, compared?: Compared): { answer: string; mutants: number[] } {
    this.switches.currentTestId = COVER;
    const answer = this.answer(object, version, compared);
    return { answer, mutants: this.takeCoverage() };
  }

  /** The mutants that an action passes. */
  async passedBy(action: () => Promise<void>): Promise<number[]> {
    this.switches.currentTestId = COVER;
    await action();
    return this.takeCoverage();
  }

  /** The answer with a mutant in place. */
  mutated(mutant: number, object: object, version: KubernetesVersion, compared?: Compared): string {
    this.activate(mutant);
    const answer = this.answer(object, version, compared);
    this.switches.activeMutant = undefined;
    return answer;
  }

  /** The result of an action with a mutant in place. */
  async withMutant<T>(mutant: number, action: () => Promise<T>): Promise<T> {
    this.activate(mutant);
    try {
      return await action();
    } finally {
      this.switches.activeMutant = undefined;
    }
  }

  private activate(mutant: number): void {
    Object.assign(this.switches, { activeMutant: String(mutant), hitCount: 0, hitLimit: MOST_HITS });
  }

  private takeCoverage(): number[] {
    this.switches.currentTestId = undefined;
    const mutants = Object.keys(this.switches.mutantCoverage.perTest[COVER] ?? {}).map(Number);
    delete this.switches.mutantCoverage.perTest[COVER];
    return mutants;
  }
}

function withMessage({ reason, path, message }: any): readonly string[] {
  return [reason, path, message];
}

/** As test/parity/compare.ts does it: the server names no path of what it cannot decode. */
function fieldOf({ reason, path }: any): string {
  return reason === 'BadRequest' || reason === 'NoMatch' ? reason : `${reason} ${path}`;
}

/** The mutants that a program wrote, one a line. */
export function idsIn(file: string): Set<number> {
  const lines = readFileSync(file, 'utf8').split('\n');
  return new Set(lines.map((line) => Number(JSON.parse(line).id)));
}

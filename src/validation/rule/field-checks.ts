import type { Report } from './rule';

/**
 * Checks that fields of many kinds have in common. Each reports under the id that it is given, and returns whether the
 * field passed. What Go does in its own way (an early return, one error for two fields) stays imperative.
 *
 * @example
 * const { required, format } = fieldChecks(report);
 * if (required('binding-role-name-required', 'roleRef.name', name)) format('binding-role-name', 'roleRef.name', name, pathSegmentName);
 */
export function fieldChecks<Id extends string>(report: Report<Id>) {
  return {
    /** Set, and not empty: Go does not tell an empty string or list from one that is left out. */
    required(id: Id, field: string, value: string | readonly unknown[] | undefined): boolean {
      if (value !== undefined && value.length > 0) return true;
      report(id, field);
      return false;
    },

    /** One of the values that the field takes. Other values are shown, also those that a default has filled in. */
    oneOf(id: Id, field: string, value: string, supported: readonly string[]): boolean {
      if (supported.includes(value)) return true;
      report(id, field, { value });
      return false;
    },

    /** A number that is not below the least; one that is left out passes. */
    atLeast(id: Id, field: string, value: number | undefined, least: number): boolean {
      if (value === undefined || value >= least) return true;
      report(id, field);
      return false;
    },

    /** A string in the format of `problemsOf`; each problem is reported, as the parameter `problem`. */
    format(id: Id, field: string, value: string, problemsOf: (value: string) => readonly string[]): boolean {
      const problems = problemsOf(value);
      for (const problem of problems) report(id, field, { problem });
      return problems.length === 0;
    },

    /** Calls back with every entry of a list and its field, `drivers[0]`. */
    each<Entry>(
      field: string,
      entries: readonly Entry[] | undefined,
      check: (entry: Entry, field: string) => void,
    ): void {
      for (const [index, entry] of (entries ?? []).entries()) check(entry, `${field}[${index}]`);
    },

    /** Returns a check of whether a key is new among those that it was asked about; each repetition is reported. */
    unique(id: Id): (field: string, value: string) => boolean {
      const seen = new Set<string>();
      return (field, value) => {
        if (!seen.has(value)) {
          seen.add(value);
          return true;
        }
        report(id, field, { value });
        return false;
      };
    },
  };
}

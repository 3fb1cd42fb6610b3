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
    /** Set, and not empty: to Go, an empty string or list is the same as one that is not set. */
    required(id: Id, field: string, value: string | readonly unknown[] | undefined): boolean {
      if (value !== undefined && value.length > 0) return true;
      report(id, field);
      return false;
    },

    /** One of the values that the field takes; one that is not set passes. Others are shown, also those of a default. */
    oneOf(id: Id, field: string, value: string | undefined, supported: readonly string[]): boolean {
      if (value === undefined || supported.includes(value)) return true;
      report(id, field, { value });
      return false;
    },

    /** A number that is not below the least; one that is not set passes. */
    atLeast(id: Id, field: string, value: number | undefined, least: number): boolean {
      if (value === undefined || value >= least) return true;
      report(id, field);
      return false;
    },

    /** In the format of `problemsOf`; each problem is reported with the value. One that is not set passes. */
    format<Value>(
      id: Id,
      field: string,
      value: Value | undefined,
      problemsOf: (value: Value) => readonly string[],
    ): boolean {
      const problems = value === undefined ? [] : problemsOf(value);
      for (const detail of problems) report(id, field, { detail, value });
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
    unique<Key extends string | number>(id: Id): (field: string, value: Key) => boolean {
      const seen = new Set<Key>();
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

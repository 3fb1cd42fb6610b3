/** A manifest cannot be applied, whatever the object in the cluster is: its lists cannot be merged. */
export class ApplyRefusal extends Error {
  public constructor(
    public readonly rule: 'apply-merge-key' | 'apply-duplicate-key',
    message: string,
    public readonly hint: string,
  ) {
    super(message);
  }
}

/** An item of a list that is merged by keys lacks one. */
export function missingKey(key: string, message: string): ApplyRefusal {
  return new ApplyRefusal('apply-merge-key', message, `set ${key} in every item of the list: items are found by it`);
}

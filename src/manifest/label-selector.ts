/**
 * Whether a label selector (`matchLabels`, `matchExpressions`) selects these labels. An empty selector selects everything.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
 */
export function selectsLabels(selector: any, labels: Readonly<Record<string, string>>): boolean {
  const wanted = Object.entries<string>(selector?.matchLabels ?? {});
  const expressions: any[] = selector?.matchExpressions ?? [];
  return wanted.every(([key, value]) => labels[key] === value) && expressions.every((one) => holds(one, labels));
}

function holds(expression: any, labels: Readonly<Record<string, string>>): boolean {
  const value = Object.hasOwn(labels, expression?.key) ? labels[expression.key] : undefined;
  const values: string[] = expression?.values ?? [];
  switch (expression?.operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return false;
  }
}

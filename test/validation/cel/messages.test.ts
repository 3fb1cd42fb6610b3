import { type KubernetesVersion, validate } from '../../../src/validation';
import { carrier } from './contexts';

/** The words of kube-apiserver 1.28.15 and 1.36.3, after the field and `Invalid value: `. */
test.each<[KubernetesVersion, string, string]>([
  [
    '1.28',
    "int(' 5') == 5",
    `apiextensions.ValidationRule{Rule:"int(' 5') == 5", Message:"", MessageExpression:"", Reason:(*apiextensions.FieldValueErrorReason)(nil), FieldPath:""}: program instantiation failed: type conversion error from 'string' to 'int'`,
  ],
  [
    '1.36',
    '9.3e18 < self.ls[1.0]',
    `{"Rule":"9.3e18 \\u003c self.ls[1.0]","Message":"","MessageExpression":"","Reason":null,"FieldPath":"","OptionalOldSelf":null}: compilation failed: ERROR: <input>:1:17: found no matching overload for '_[_]' applied to '(list(string), double)'\n | 9.3e18 < self.ls[1.0]\n | ................^`,
  ],
  [
    '1.36',
    'self.s && true',
    `{"Rule":"self.s \\u0026\\u0026 true","Message":"","MessageExpression":"","Reason":null,"FieldPath":"","OptionalOldSelf":null}: compilation failed: ERROR: <input>:1:5: expected type 'bool' but found 'string'\n | self.s && true\n | ....^`,
  ],
  [
    '1.36',
    'int(null) == 1',
    `{"Rule":"int(null) == 1","Message":"","MessageExpression":"","Reason":null,"FieldPath":"","OptionalOldSelf":null}: program instantiation failed: no such overload: int(null_type)`,
  ],
  [
    '1.36',
    'self.?unknown.hasValue()',
    `{"Rule":"self.?unknown.hasValue()","Message":"","MessageExpression":"","Reason":null,"FieldPath":"","OptionalOldSelf":null}: compilation failed: ERROR: <input>:1:5: undefined field 'unknown'\n | self.?unknown.hasValue()\n | ....^`,
  ],
])('%s of %s', (kubernetesVersion, expression, message) => {
  const findings = validate([carrier({ context: 'rule', expression }) as any], { kubernetesVersion });
  expect(findings.map((finding) => finding.message)).toEqual([`Invalid value: ${message}`]);
});

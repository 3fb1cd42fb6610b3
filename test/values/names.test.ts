import {
  configMapKey,
  domainPrefixedKey,
  environmentVariableName,
  fullyQualifiedDomainName,
  fullyQualifiedName,
  percent,
  portName,
} from '../../src/values/keys';
import {
  dns1035Label,
  dns1123Label,
  dns1123Subdomain,
  labelValue,
  maskTrailingDash,
  pathSegmentName,
  qualifiedName,
  wildcardDns1123Subdomain,
} from '../../src/values/names';

test('the words of the server, as 1.28.15 answers', () => {
  expect(dns1123Label('A')).toEqual([
    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')",
  ]);
  expect(dns1123Label('a.b')).toEqual(['must not contain dots']);
  expect(dns1123Label('a'.repeat(64))).toEqual(['must be no more than 63 characters']);
});

test.each<[(value: string) => string[], string[], string[]]>([
  [dns1123Label, ['a', '1', 'a-b', 'a'.repeat(63)], ['', 'A', '-a', 'a-', 'a_b', 'a.b', 'é', 'a\n', 'a'.repeat(64)]],
  [dns1123Subdomain, ['a', 'a.b', '1.2'], ['', '.', 'a..b', 'a.', 'A.b', 'a_b', 'a'.repeat(254)]],
  [dns1035Label, ['a', 'a1', 'a-1'], ['', '1a', 'a.', 'A', 'a-']],
  [wildcardDns1123Subdomain, ['*.a', '*.a.b'], ['*', '*.', 'a.b', '*.*.a', '**.a']],
  [qualifiedName, ['a', 'A_b.c', 'a.b/C', '1/2'], ['', '/a', 'a/', 'a/b/c', 'A.b/c', '-a', 'a'.repeat(64)]],
  [labelValue, ['', 'a', 'A_b.c'], ['-a', 'a/b', 'é', 'a'.repeat(64)]],
  [pathSegmentName, ['a', '...', 'A:b', ''], ['.', '..', 'a/b', 'a%b']],
  [portName, ['a', 'http-2'], ['', '1', 'A', 'a--b', '-a', 'a-', 'abcdefghijklmnop']],
  [percent, ['0%', '100%'], ['', '%', '1', '-1%', '1.5%']],
  [configMapKey, ['a', '.a', 'A_b-c'], ['', '.', '..', '..a', 'a/b', 'a'.repeat(254)]],
  [fullyQualifiedName, ['a.b.c'], ['a.b', 'A.b.c']],
  [fullyQualifiedDomainName, ['a.b', 'a.b.'], ['a', '.', `${'a'.repeat(64)}.b`]],
  [domainPrefixedKey, ['a.b/c'], ['c', 'a/b/c', '/c']],
])('%p', (check, good, bad) => {
  expect(good.filter((value) => check(value).length > 0)).toEqual([]);
  expect(bad.filter((value) => check(value).length === 0)).toEqual([]);
});

test('environment variables became freer in 1.32', () => {
  expect(environmentVariableName('1 a', 31)).toHaveLength(1);
  expect(environmentVariableName('1 a', 32)).toEqual([]);
  expect(environmentVariableName('a=b', 36)).toHaveLength(1);
  expect(environmentVariableName('', 36)).toEqual(['environment variable name must be non-empty']);
});

test('a final dash of a generateName takes the character before it along', () => {
  expect(maskTrailingDash('ab-')).toBe('aa');
  expect(maskTrailingDash('A-')).toBe('a');
  expect(maskTrailingDash('-')).toBe('-');
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_URL, packageFile, packageVersion } from '../../src/package-info';

const ROOT = join(__dirname, '..', '..');

test('files of the package are found from the sources', () => {
  expect(packageFile('package.json')).toBe(join(ROOT, 'package.json'));
  expect(packageFile('imports')).toBe(join(ROOT, 'imports'));
});

test('a file that no directory has is an error with its name', () => {
  expect(() => packageFile('no-such-file')).toThrow(
    'cdk8s-patterns is not installed completely: no-such-file is missing',
  );
});

test('version and links are those of package.json', () => {
  const { version, homepage, bugs, repository } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(packageVersion()).toBe(version);
  expect(homepage).toBe(PROJECT_URL);
  expect(bugs).toEqual({ url: `${PROJECT_URL}/issues` });
  expect(repository).toEqual({ type: 'git', url: `${PROJECT_URL}.git` });
});

test('the README links to absolute addresses, since the package has no docs/', () => {
  const links = [...readFileSync(join(ROOT, 'README.md'), 'utf8').matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link!);
  expect(links).toContain(`${PROJECT_URL}/blob/main/docs/testing.md`);
  expect(links.filter((link) => !link.startsWith('https://'))).toEqual([]);
});

import { BlogStack } from '../../../examples/data/blog-stack';
import { HardenedBlogStack } from '../../../examples/data/hardened-blog-stack';
import { CheckedApp } from '../../../src/app';
import { checkPolicy } from '../../../src/policy';
import { Manifest } from '../../../src/testing';

/** The six holes of the blog stack, and the rules that see them. */
const HOLES: readonly [hole: string, rules: readonly string[]][] = [
  ['passwords in the manifests, and root used by the application', ['plain-secret', 'database-root']],
  ['data gone when the pod goes', ['data-not-persisted']],
  ['no resources', ['resources-unset']],
  ['one pod of each part', ['single-replica']],
  ['exposed on every node, and nothing in between', ['node-port-exposed', 'network-policy-missing']],
  ['nobody asks whether it works', ['probes-unset']],
];

function rulesBroken(Stack: typeof BlogStack | typeof HardenedBlogStack) {
  const app = new CheckedApp({ kubernetesVersion: ['1.28', '1.36'] });
  const { objects } = Manifest.fromChart(new Stack(app, 'blog'));
  return checkPolicy(objects, { podSecurity: 'restricted', practices: true }).map(
    ({ rule, kind, name }) => `${rule} ${kind}/${name}`,
  );
}

const naive = rulesBroken(BlogStack);
const hardened = rulesBroken(HardenedBlogStack);
const broken = (rules: readonly string[], rule: string) => rules.filter((found) => found.startsWith(`${rule} `));

test.each(HOLES)('%s: open in the naive stack', (_, rules) => {
  for (const rule of rules) expect(broken(naive, rule)).not.toEqual([]);
});

test('the naive stack opens each hole in each part', () => {
  expect(broken(naive, 'single-replica').sort()).toEqual([
    'single-replica Deployment/stats-service',
    'single-replica Deployment/wordpress',
    'single-replica StatefulSet/prod-db-mariadb',
  ]);
  expect(new Set(broken(naive, 'data-not-persisted'))).toEqual(
    new Set(['data-not-persisted StatefulSet/prod-db-mariadb', 'data-not-persisted Deployment/wordpress']),
  );
});

test.each(HOLES.filter(([, rules]) => !rules.includes('single-replica')))(
  '%s: closed in the hardened stack',
  (_, rules) => {
    for (const rule of rules) expect(broken(hardened, rule)).toEqual([]);
  },
);

test('all that is left is the one database, which is acknowledged with its reason', () => {
  expect(hardened).toEqual(['single-replica StatefulSet/blog-db']);
  const checks = [
    (objects: readonly unknown[]) => checkPolicy(objects, { podSecurity: 'restricted', practices: true }),
  ];
  const app = new CheckedApp({ kubernetesVersion: ['1.28', '1.36'], checks });
  new HardenedBlogStack(app, 'blog');
  expect(() => app.synthYaml()).not.toThrow();
});

import { joinPath, WalkNode } from '../../../src/validation/walk/walk-node';

const at = (parent: WalkNode | undefined, property: string, entry?: number | string) =>
  new WalkNode({}, `example.${property}`, 36, parent, property, entry);

test('paths are written as the server writes them', () => {
  const container = at(at(at(undefined, ''), 'spec'), 'containers', 0);
  expect(container.path).toBe('spec.containers[0]');
  expect(at(container, 'requests', 'cpu').path).toBe('spec.containers[0].requests[cpu]');
  expect(joinPath('spec', '[0]')).toBe('spec[0]');
  expect(joinPath('', 'spec')).toBe('spec');
  expect(container.ancestor('example.spec')?.path).toBe('spec');
});

test.each([
  ['template.spec', true],
  ['template', true],
  ['', true],
  ['template.spe', false],
  ['template.spec.containers[0]', true],
  ['template.spec.containers[1]', false],
  ['template.spec.containers', true],
])('skip(%j) covers template.spec.containers[0]: %s', (field, skipped) => {
  const root = at(undefined, '');
  const container = at(at(at(root, 'template'), 'spec'), 'containers', 0);
  root.skip(field);
  expect(container.isSkipped()).toBe(skipped);
});

import { KUBERNETES_VERSIONS } from '../../../src/validation/finding';
import { ALL_RULES } from '../../../src/validation/rules';
import { validate } from '../../../src/validation/validate';

const texts = ALL_RULES.flatMap((rules) =>
  Object.entries(rules.texts).map(([id, text]) => ({ id, text, definition: rules.definitions[0] })),
);
const byId = [...new Map(texts.map((entry) => [entry.id, entry])).values()];

test('every rule id is kebab-case and stands for one text', () => {
  for (const { id, text } of texts) {
    expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
    const same = texts.filter((other) => other.id === id).every((other) => other.text === text);
    expect({ id, same }).toEqual({ id, same: true });
  }
});

(byId.length === 0 ? describe.skip : describe).each(byId)('$id ($definition)', ({ id, text }) => {
  const kubernetesVersion = text.until ?? KUBERNETES_VERSIONS[KUBERNETES_VERSIONS.length - 1]!;

  test('refuses its refused example with its own reason, and nothing else does', () => {
    const findings = validate([text.refused], { kubernetesVersion });
    expect([...new Set(findings.map(({ rule }) => rule))].sort()).toEqual([id, ...(text.alongside ?? [])].sort());
    const own = findings.find(({ rule }) => rule === id);
    expect(own).toMatchObject({ reason: text.reason, severity: text.severity ?? 'error' });
    for (const { message } of findings) expect(message).not.toMatch(/\{\w+\}|undefined|\[object/);
  });

  test('takes its accepted example', () => {
    expect(validate([text.accepted], { kubernetesVersion })).toEqual([]);
  });

  test('explains itself', () => {
    expect(text.why.length).toBeGreaterThan(40);
    expect(text.source).not.toBe('');
  });
});

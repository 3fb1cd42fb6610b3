import * as fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { stringifyManifests } from '../../src/manifest';

/** Texts that people write and readers stumble over, among any text at all. */
const texts = fc.oneof(
  fc.constantFrom(
    ...['yes', 'No', 'ON', 'off', 'y', 'N', '~', 'null', 'Null', 'true', 'FALSE', '=', '<<', '', ' ', '-', '?', ':'],
    ...[
      '0775',
      '0o17',
      '0x1F',
      '0b101',
      '1e3',
      '1E3',
      '1_000',
      '12:30:00',
      '1:1',
      '+1',
      '-1',
      '.5',
      '5.',
      '1.5',
      '.inf',
    ],
    ...['-.INF', '.nan', 'NaN', '2024-01-01', '2024-01-01T00:00:00Z', '2024-1-1 1:1:1', '1,000', '10.0.0.1', '1.2.3'],
    ...['500m', '256Mi', '1e', '1e+', '0x', '190:20:30', '685_230.15', '1__0', '00', '-0', '+.inf', '1234e56', '08'],
    ...['- a', '-a', '--a', '---', '...', '--- a', '# a', 'a #b', 'a#b', 'a: b', 'a:b', 'a:', '?a', '? a', '!a', '&a'],
    ...[
      '*a',
      '%a',
      '@a',
      '`a',
      '[a',
      '{a',
      ']a',
      ',a',
      "'a'",
      '"a"',
      'a"b',
      "a'b",
      '\\',
      'C:\\x',
      '|',
      '>',
      'a ',
      ' a',
    ],
    ...[
      'a\nb',
      'a\nb\n',
      'a\n\n',
      '\n',
      '\n\n',
      '\na',
      ' a\nb',
      '\n a',
      '\ta\nb',
      'a\n\tb',
      'a \nb',
      'a\t\nb',
      'a\n \nb',
    ],
    ...['a\r\nb', 'a\rb', '\u0085', 'a\u2028b', '\ufeffa', '\u0000', '\u007f', 'é', '日本', '🙂', 'a\n🙂\n', '\u00a0'],
    ...[
      '# a\nb',
      '- a\n- b',
      '---\na',
      'a: b\nc: d\n',
      "it's\n",
      '{{ .Values }}',
      '$(A)\n',
      '.',
      '._',
      '-_1',
      '+',
      '_1',
      '!!binary x',
      'a\n...\nb',
    ],
  ),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'aA0 \t\n\r-:#\'"\\|>1e._~') }),
);
const atoms = fc.oneof(
  texts,
  fc.boolean(),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value || 0),
);
const { value: values } = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, atoms, fc.array(tie('value')), fc.dictionary(texts, tie('value'))),
}));
const objects = fc.dictionary(texts, values);

function read(text: string, version: '1.1' | '1.2'): unknown[] {
  // Merging `<<` is what readers of YAML 1.1 do.
  const documents = parseAllDocuments(text, { version, merge: version === '1.1' });
  return (documents as any[]).map((document) => {
    expect(document.errors).toEqual([]);
    return document.toJS();
  });
}

/** What JSON keeps of a value. */
const json = (value: unknown): any => JSON.parse(JSON.stringify(value));

jest.setTimeout(60_000);

describe('stringifyManifests', () => {
  test.each(['1.1', '1.2'] as const)('is read back by a reader of YAML %s as it was', (version) => {
    fc.assert(
      fc.property(fc.array(objects, { maxLength: 3 }), (documents) => {
        expect(read(stringifyManifests(documents), version)).toEqual(json(documents));
      }),
      { numRuns: 200 },
    );
  });

  test('has no space at the end of a line, no carriage return, no anchors, and a --- before each document', () => {
    fc.assert(
      fc.property(fc.array(objects, { minLength: 1, maxLength: 3 }), (documents) => {
        const text = stringifyManifests(documents);
        expect(text).not.toMatch(/[ \t]$/m);
        expect(text).not.toContain('\r');
        expect(text.startsWith('---\n')).toBe(true);
        expect(text.endsWith('\n')).toBe(true);
      }),
      { numRuns: 200 },
    );
    const shared = { app: 'shop' };
    expect(stringifyManifests([{ a: shared, b: shared }])).toBe('---\na:\n  app: shop\nb:\n  app: shop\n');
  });

  test('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(objects, (object) => {
        const reversed = Object.fromEntries(Object.entries(object).reverse());
        expect(stringifyManifests([reversed])).toBe(stringifyManifests([object]));
      }),
    );
  });

  test('writes a Deployment as people do', () => {
    const deployment = {
      spec: {
        template: {
          spec: {
            volumes: [{ emptyDir: {}, name: 'tmp' }],
            containers: [
              {
                volumeMounts: [{ mountPath: '/tmp', name: 'tmp' }],
                livenessProbe: { periodSeconds: 10, httpGet: { port: 'http', path: '/healthz' } },
                resources: { limits: { memory: '256Mi', cpu: '0.5' } },
                env: [
                  { value: 'yes', name: 'A' },
                  { valueFrom: { secretKeyRef: { key: 'k', name: 's' } }, name: 'B' },
                ],
                ports: [{ containerPort: 8080, name: 'http' }],
                args: ['--port=8080'],
                image: 'ghcr.io/acme/shop:1.4.2',
                name: 'shop',
              },
            ],
          },
          metadata: { labels: { b: '1', a: 'x' } },
        },
        selector: { matchLabels: { a: 'x' } },
        replicas: 2,
      },
      metadata: { annotations: { z: 'two\nlines\n' }, labels: { a: 'x' }, namespace: 'shop', name: 'shop' },
      kind: 'Deployment',
      apiVersion: 'apps/v1',
    };
    expect(stringifyManifests([deployment])).toBe(`---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
  namespace: shop
  labels:
    a: x
  annotations:
    z: |
      two
      lines
spec:
  replicas: 2
  selector:
    matchLabels:
      a: x
  template:
    metadata:
      labels:
        a: x
        b: "1"
    spec:
      containers:
        - name: shop
          image: ghcr.io/acme/shop:1.4.2
          args:
            - --port=8080
          ports:
            - name: http
              containerPort: 8080
          env:
            - name: A
              value: "yes"
            - name: B
              valueFrom:
                secretKeyRef:
                  name: s
                  key: k
          resources:
            limits:
              cpu: "0.5"
              memory: 256Mi
          livenessProbe:
            httpGet:
              path: /healthz
              port: http
            periodSeconds: 10
          volumeMounts:
            - name: tmp
              mountPath: /tmp
      volumes:
        - name: tmp
          emptyDir: {}
`);
  });

  test('keeps empty fields that say something, drops those that do not', () => {
    const policy = {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'deny', labels: {}, annotations: undefined },
      spec: { podSelector: { matchLabels: {} }, ingress: [], egress: [{}], policyTypes: ['Ingress'] },
    };
    expect(read(stringifyManifests([policy]), '1.2')).toEqual([
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { name: 'deny' },
        spec: { podSelector: {}, ingress: [], egress: [{}], policyTypes: ['Ingress'] },
      },
    ]);
  });

  test('leaves the empty fields of custom resources alone, but not null ones', () => {
    const resource = {
      apiVersion: 'acme.io/v1',
      kind: 'Widget',
      metadata: { name: 'w' },
      spec: { labels: {}, x: null },
    };
    expect(read(stringifyManifests([resource]), '1.2')).toEqual([{ ...resource, spec: { labels: {} } }]);
  });

  test('keeps null where it removes what the server filled in', () => {
    const updateStrategy = { type: 'OnDelete', rollingUpdate: null };
    const set = { apiVersion: 'apps/v1', kind: 'StatefulSet', spec: { updateStrategy, replicas: null } };
    expect(read(stringifyManifests([set]), '1.2')).toEqual([{ ...set, spec: { updateStrategy } }]);
  });

  test('drops what is empty only because all of it was', () => {
    const pod = { apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ resources: { limits: { cpu: null } } }] } };
    expect(read(stringifyManifests([pod]), '1.2')).toEqual([
      { apiVersion: 'v1', kind: 'Pod', spec: { containers: [{}] } },
    ]);
  });

  test('sorts numeric keys as text', () => {
    expect(stringifyManifests([{ data: { 2: 'b', 10: 'a' } }])).toBe('---\ndata:\n  "10": a\n  "2": b\n');
  });

  test('writes keys that are too long for readers in the explicit form', () => {
    const object = { spec: { ['k'.repeat(1500)]: { a: 1 } } };
    expect(read(stringifyManifests([object]), '1.1')).toEqual([object]);
  });

  test.each([
    [{ a: Number.NaN }, 'a: NaN cannot be written to a manifest'],
    [{ a: () => 1 }, 'a: a function cannot be written to a manifest'],
    [{ a: new Date(0) }, 'a Date cannot be written to a manifest'],
    ['text', 'a manifest must be an object, got string'],
  ])('refuses what has no JSON form', (object, message) => {
    expect(() => stringifyManifests([object])).toThrow(message);
  });
});

import { App, Chart, Testing } from 'cdk8s';
import {
  Gateway,
  HTTPRoute,
  IPAddressPool,
  SecretProviderClass,
  ServiceMonitor,
} from '../../src/kubernetes/generated/crds';
import {
  customResourceTypes,
  haveSameFields,
  typeScriptFileName,
} from '../../src/kubernetes/typescript/custom-resource-types';
import type { CustomResourceDocument, CustomResourceSchema } from '../../src/schema';

const document = (spec: CustomResourceSchema, required = ['spec']): CustomResourceDocument => ({
  '//': '',
  group: 'example.com',
  scope: 'Cluster',
  names: { kind: 'Widget', plural: 'widgets' },
  versions: [
    { name: 'v2alpha1', storage: false, subresources: [], schema: { type: 'object' } },
    {
      name: 'v1',
      storage: true,
      subresources: ['status'],
      schema: {
        type: 'object',
        required,
        properties: { apiVersion: { type: 'string' }, kind: { type: 'string' }, metadata: {}, spec, status: {} },
      },
    },
  ],
});

/** The interface of spec, without its first and last line. */
function fieldsOf(properties: Record<string, CustomResourceSchema>, required?: string[]): string[] {
  const text = customResourceTypes(document({ type: 'object', properties, required }), '// header');
  const lines = text.split('\n');
  const first = lines.indexOf('export interface WidgetSpec {') + 1;
  return lines.slice(first, lines.indexOf('}', first)).map((line) => line.trim());
}

test('a custom resource becomes props and a construct of the stored version', () => {
  const widget = document({ type: 'object', required: ['size'], properties: { size: { type: 'integer' } } });
  expect(typeScriptFileName(widget)).toBe('widgets.example.com.ts');
  expect(customResourceTypes(widget, '// header')).toBe(`// header
import * as cdk8s from 'cdk8s';
import type * as constructs from 'constructs';

export interface WidgetProps {
  /** Name, namespace, labels and annotations. */
  readonly metadata?: cdk8s.ApiObjectMetadata;
  readonly spec: WidgetSpec;
}

export interface WidgetSpec {
  readonly size: number;
}

/** example.com/v1 Widget (cluster-scoped). */
export class Widget extends cdk8s.ApiObject {
  public static readonly GVK: cdk8s.GroupVersionKind = {
    apiVersion: 'example.com/v1',
    kind: 'Widget',
  };

  /** The manifest alone, to put into other objects. */
  public static manifest(props: WidgetProps): object {
    return { ...Widget.GVK, ...props };
  }

  public constructor(scope: constructs.Construct, id: string, props: WidgetProps) {
    super(scope, id, { ...Widget.GVK, ...props });
  }
}
`);
});

test('a custom resource with the fields of another takes its types', () => {
  const schema: CustomResourceSchema = { type: 'object', properties: { size: { type: 'integer' } } };
  const one = document(schema);
  const other = { ...one, names: { ...one.names, kind: 'ClusterWidget', plural: 'clusterwidgets' } };
  expect(haveSameFields(one, other)).toBe(true);
  expect(haveSameFields(one, document({ ...schema, required: ['size'] }))).toBe(false);
  expect(customResourceTypes(other, '// header', one)).toContain(
    "import type { WidgetProps } from './widgets.example.com';\n\nexport type ClusterWidgetProps = WidgetProps;\n",
  );
});

test('props may be left out when nothing is required', () => {
  expect(customResourceTypes(document({ type: 'object' }, []), '// header')).toContain('props: WidgetProps = {})');
});

test.each<[string, CustomResourceSchema, string[]]>([
  ['int-or-string', { 'x-kubernetes-int-or-string': true }, ['readonly field?: number | string;']],
  ['enum', { type: 'string', enum: ['On', "It's"] }, ["readonly field?: 'On' | 'It\\'s';"]],
  ['nullable', { type: 'string', nullable: true }, ['readonly field?: string | null;']],
  ['no type', { 'x-kubernetes-preserve-unknown-fields': true }, ['readonly field?: unknown;']],
  ['free object', { type: 'object' }, ['readonly field?: { readonly [key: string]: unknown };']],
  [
    'map',
    { type: 'object', additionalProperties: { type: 'integer' } },
    ['readonly field?: { readonly [key: string]: number };'],
  ],
  [
    'embedded resource',
    { type: 'object', 'x-kubernetes-embedded-resource': true },
    ['readonly field?: { readonly apiVersion: string; readonly kind: string; readonly [field: string]: unknown };'],
  ],
  ['object', { type: 'object', properties: { a: { type: 'string' } } }, ['readonly field?: WidgetSpecField;']],
  [
    'list of objects',
    { type: 'array', items: { type: 'object', properties: { a: { type: 'string' } } } },
    ['readonly field?: ReadonlyArray<WidgetSpecField>;'],
  ],
  ['minimum', { type: 'integer', minimum: 0 }, ['/** @minimum 0 */', 'readonly field?: number;']],
  [
    'pattern that would end the comment',
    { type: 'string', pattern: 'a*/b', maxLength: 9 },
    ['/**', '* @maxLength 9', '* @pattern "a*\\/b"', '*/', 'readonly field?: string;'],
  ],
])('%s', (_, schema, lines) => {
  expect(fieldsOf({ field: schema })).toEqual(lines);
});

test('required fields with a default may be left out, as the server fills them in first', () => {
  const fields = fieldsOf({ a: { type: 'string', default: 'x' }, b: { type: 'string' } }, ['a', 'b']);
  expect(fields).toEqual(['/** @default "x" */', 'readonly a?: string;', 'readonly b: string;']);
});

test('fields whose names differ only in signs get interfaces of their own', () => {
  const inner: CustomResourceSchema = { type: 'object', properties: { a: { type: 'string' } } };
  expect(fieldsOf({ 'a-b': inner, 'a.b': inner })).toEqual([
    "readonly 'a-b'?: WidgetSpecAB;",
    "readonly 'a.b'?: WidgetSpecAB2;",
  ]);
});

test('bundled constructs write what they are given', () => {
  const chart = Testing.chart();
  const metadata = { name: 'shop', namespace: 'shop' };
  const spec = { addresses: ['192.0.2.0/24'], autoAssign: false };
  new IPAddressPool(chart, 'pool', { metadata, spec });
  expect(chart.toJson()).toEqual([{ apiVersion: 'metallb.io/v1beta1', kind: 'IPAddressPool', metadata, spec }]);
});

test('bundled constructs are typed', () => {
  const chart = new Chart(new App(), 'shop');
  new Gateway(chart, 'gateway', {
    spec: { gatewayClassName: 'envoy', listeners: [{ name: 'http', port: 80, protocol: 'HTTP' }] },
  });
  new HTTPRoute(chart, 'route', {
    spec: {
      parentRefs: [{ name: 'gateway' }],
      rules: [{ matches: [{ path: { type: 'PathPrefix', value: '/' } }], backendRefs: [{ name: 'shop', port: 80 }] }],
    },
  });
  new ServiceMonitor(chart, 'monitor', {
    spec: { selector: { matchLabels: { app: 'shop' } }, endpoints: [{ port: 'metrics', targetPort: 9090 }] },
  });
  new SecretProviderClass(chart, 'secrets', { spec: { provider: 'vault', parameters: { role: 'shop' } } });
  // @ts-expect-error a pool needs addresses
  new IPAddressPool(chart, 'pool', { spec: {} });
  const path = { type: 'prefix', value: '/' } as const;
  // @ts-expect-error PathPrefix, as the schema has it
  new HTTPRoute(chart, 'wrong', { spec: { rules: [{ matches: [{ path }] }] } });
  expect(chart.toJson().map(({ kind }) => kind)).toHaveLength(6);
});

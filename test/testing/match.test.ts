import { Manifest, Match } from '../../src/testing';
import { compare } from '../../src/testing/matcher';

const matches = (pattern: unknown, actual: unknown) => compare(pattern, actual).length === 0;
const told = (pattern: unknown, actual: unknown) =>
  compare(pattern, actual).map(({ path, expected }) => `${path.join('.')}: ${expected}`);

describe('plain patterns', () => {
  test.each([
    [{ a: 1 }, { a: 1, b: 2 }, true],
    [{ a: { b: 1 } }, { a: { b: 1, c: 2 } }, true],
    [{ a: undefined }, {}, true],
    [[1, 2], [1, 2], true],
    [[1, 2], [1, 2, 3], false],
    [[1, 2], [2, 1], false],
    [{ a: 1 }, undefined, false],
    [{ a: null }, { a: null }, true],
    [null, {}, false],
    ['1', 1, false],
  ])('%j against %j: %s', (pattern, actual, expected) => {
    expect(matches(pattern, actual)).toBe(expected);
  });

  test('every difference is reported with its path', () => {
    const pattern = { spec: { replicas: 2, ports: [{ port: 80 }, { port: 81 }] } };
    const actual = { spec: { replicas: 3, ports: [{ port: 80 }, { port: 82 }] } };
    expect(told(pattern, actual)).toEqual(['spec.replicas: expected 2', 'spec.ports.1.port: expected 81']);
  });
});

describe('matchers', () => {
  test.each<[string, unknown, unknown, unknown]>([
    ['absent', Match.absent(), undefined, 1],
    ['anyValue', Match.anyValue(), 0, null],
    ['exactly', Match.exactly({ a: { b: 1 } }), { a: { b: 1 } }, { a: { b: 1, c: 2 } }],
    [
      'objectLike in exactly',
      Match.exactly({ a: Match.objectLike({ b: 1 }) }),
      { a: { b: 1, c: 2 } },
      { a: { b: 1 }, d: 1 },
    ],
    ['not', Match.not('a'), 'b', 'a'],
    ['stringLike, glob', Match.stringLike('ghcr.io/*:1.*'), 'ghcr.io/acme/shop:1.4', 'xghcr.io/acme/shop:1.4'],
    ['stringLike, regular expression', Match.stringLike(/^a+$/g), 'aaa', 'ab'],
    ['quantity', Match.quantity('1Gi'), '1024Mi', '1G'],
    ['quantity of a number', Match.quantity('2'), 2, 3],
    ['quantity in milli', Match.quantity('0.25'), '250m', '251m'],
    ['json', Match.json({ a: 1 }), '{"a": 1, "b": 2}', '{"a": 2}'],
    ['json of what is none', Match.json({}), '{}', '{'],
    ['yaml', Match.yaml({ a: ['x'] }), 'a:\n- x\nb: 1\n', 'a:\n- y\n'],
    ['yaml of a list', Match.yaml([1, 2]), '- 1\n- 2\n', '- 1\n'],
    ['base64', Match.base64('hi'), 'aGk=', 'aGo='],
    ['base64 of json', Match.base64(Match.json({ a: 1 })), 'eyJhIjoxfQ==', 'not base64!'],
    [
      'secretRef',
      Match.secretRef('db', 'password'),
      { secretKeyRef: { name: 'db', key: 'password' } },
      { secretKeyRef: { name: 'db', key: 'user' } },
    ],
    ['arrayWith', Match.arrayWith([2, 1]), [1, 5, 2], [1, 5]],
    ['arrayWith uses an item once', Match.arrayWith([1, 1]), [1, 1], [1, 2]],
    ['arrayWith moves patterns', Match.arrayWith([Match.anyValue(), 1]), [1, 2], [1]],
    ['byName', Match.byName({ b: { v: 1 } }), [{ name: 'a' }, { name: 'b', v: 1 }], [{ name: 'b', v: 2 }]],
    ['byName with absent', Match.byName({ b: Match.absent() }), [{ name: 'a' }], [{ name: 'b' }]],
    ['byName by another key', Match.byName({ 80: { protocol: 'TCP' } }, 'port'), [{ port: '80', protocol: 'TCP' }], []],
    ["jest's asymmetric matchers", { a: expect.stringContaining('x') }, { a: 'axb' }, { a: 'b' }],
  ])('%s', (_, pattern, fine, wrong) => {
    expect(matches(pattern, fine)).toBe(true);
    expect(matches(pattern, wrong)).toBe(false);
  });

  test('an array reports the field of the item that is closest', () => {
    const pattern = Match.arrayWith([{ name: 'shop', image: 'shop:2', ports: [] }]);
    const actual = [{ name: 'other' }, { name: 'shop', image: 'shop:1', ports: [] }];
    expect(told(pattern, actual)).toEqual(['1.image: expected "shop:2"']);
    expect(told(Match.byName({ web: {} }), actual)).toEqual([
      ': expected an item with name "web", found "other", "shop"',
    ]);
  });

  test('a difference inside a text is reported at the text', () => {
    expect(told({ data: { 'app.yaml': Match.yaml({ a: { b: 1 } }) } }, { data: { 'app.yaml': 'a: {b: 2}' } })).toEqual([
      'data.app.yaml: at a.b of the YAML: expected 1',
    ]);
  });

  test('an amount that is none is refused at once', () => {
    expect(() => Match.quantity('1 GB')).toThrow('"1 GB" is not a quantity');
  });
});

describe('captures keep the values of objects that match the whole pattern', () => {
  const pod = (name: string, image: string, rest: object = {}) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name },
    spec: { containers: [{ name: 'app', image }], ...rest },
  });
  // The object that matches is in the middle: what comes before and after it is compared too.
  const manifest = Manifest.fromObjects([pod('a', 'a:1'), pod('b', 'b:1', { hostNetwork: true }), pod('c', 'c:1')]);
  const onHost = (image: unknown) => ({ spec: { hostNetwork: true, containers: [{ image }] } }) as any;

  test.each<[string, (pattern: any) => unknown]>([
    ['hasResource', (pattern) => manifest.hasResource('Pod', pattern)],
    ['one', (pattern) => manifest.one('Pod', pattern)],
    ['find', (pattern) => manifest.find('Pod', pattern)],
    ['count', (pattern) => manifest.count('Pod', 1, pattern)],
  ])('%s', (_, assert) => {
    const image = Match.capture<string>();
    expect(() => image.value).toThrow('no value was captured');
    assert(onHost(image));
    const value: string = image.value;
    expect([value, image.values]).toEqual(['b:1', ['b:1']]);
  });

  test('all and find keep one value of each object, in their order', () => {
    const [ofAll, ofFind] = [Match.capture<string>(), Match.capture<string>()];
    manifest.all('Pod', { spec: { containers: [{ image: ofAll as any }] } });
    manifest.find('Pod', { spec: { containers: [{ image: ofFind as any }] } });
    expect([ofAll.values, ofFind.values]).toEqual([
      ['a:1', 'b:1', 'c:1'],
      ['a:1', 'b:1', 'c:1'],
    ]);
  });

  test.each<[string, (pattern: any) => unknown]>([
    ['hasResource', (pattern) => manifest.hasResource('Pod', { ...pattern, kind: 'Job' })],
    ['one', (pattern) => manifest.one('Pod', pattern)],
    ['count', (pattern) => manifest.count('Pod', 1, pattern)],
    ['all', (pattern) => manifest.all('Pod', { ...pattern, metadata: { name: 'a' } })],
    ['hasNo', (pattern) => manifest.hasNo('Pod', pattern)],
  ])('%s keeps nothing when it fails', (_, assert) => {
    const image = Match.capture<string>();
    expect(() => assert({ spec: { containers: [{ image }] } })).toThrow();
    expect(image.values).toEqual([]);
  });

  test.each<[string, (image: unknown) => unknown]>([
    ['arrayWith', (image) => Match.arrayWith([{ name: 'app', image }])],
    ['byName', (image) => Match.byName({ app: { image } })],
    ['exactly', (image) => [Match.exactly({ name: 'app', image })]],
    ['objectLike', (image) => [Match.objectLike({ image })]],
    ['another capture', (image) => Match.capture([{ image }])],
  ])('inside %s', (_, containers) => {
    const image = Match.capture<string>();
    manifest.hasResource('Pod', 'b', { spec: { containers: containers(image) as any } });
    expect(image.values).toEqual(['b:1']);
  });

  test('inside strings of YAML, JSON and base64', () => {
    const captures = [Match.capture<number>(), Match.capture<number>(), Match.capture<string>()] as const;
    const data = { yaml: 'port: 80', json: '{"port": 81}', base64: Buffer.from('secret').toString('base64') };
    Manifest.fromObjects([{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data }]).hasResource(
      'ConfigMap',
      {
        data: {
          yaml: Match.yaml({ port: captures[0] }) as any,
          json: Match.json({ port: captures[1] }) as any,
          base64: Match.base64(captures[2]) as any,
        },
      },
    );
    expect(captures.map(({ value }) => value)).toEqual([80, 81, 'secret']);
  });

  test('arrayWith gives each pattern the item that it was assigned', () => {
    const [any, exact] = [Match.capture<number>(), Match.capture<number>(1)];
    const list = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: [1, 2] };
    // The first pattern takes 1 until the second one, which matches nothing else, needs it.
    Manifest.fromObjects([list]).hasResource('ConfigMap', { data: Match.arrayWith([any, exact]) as any });
    expect([any.values, exact.values]).toEqual([[2], [1]]);
  });

  test('a value that a nested pattern refuses, and one inside not(), is not kept', () => {
    const [number, negated] = [Match.capture<number>(expect.any(Number)), Match.capture<string>()];
    expect(() => manifest.hasResource('Pod', { spec: { containers: [{ image: number as any }] } })).toThrow();
    manifest.hasResource('Pod', { metadata: { name: Match.not({ x: negated }) as any } });
    expect([number.values, negated.values]).toEqual([[], []]);
  });
});

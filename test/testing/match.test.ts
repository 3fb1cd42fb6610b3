import { Match } from '../../src/testing';
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

  test('a list tells the field of the item that comes closest', () => {
    const pattern = Match.arrayWith([{ name: 'shop', image: 'shop:2', ports: [] }]);
    const actual = [{ name: 'other' }, { name: 'shop', image: 'shop:1', ports: [] }];
    expect(told(pattern, actual)).toEqual(['1.image: expected "shop:2"']);
    expect(told(Match.byName({ web: {} }), actual)).toEqual([': no item with name "web"; there are: "other", "shop"']);
  });

  test('a difference inside a text is reported at the text', () => {
    expect(told({ data: { 'app.yaml': Match.yaml({ a: { b: 1 } }) } }, { data: { 'app.yaml': 'a: {b: 2}' } })).toEqual([
      'data.app.yaml: at a.b of the YAML: expected 1',
    ]);
  });

  test('captures keep what matched, typed', () => {
    const image = Match.capture<string>();
    expect(() => image.value).toThrow('nothing was captured');
    expect(matches([{ image }, { image }], [{ image: 'a' }, { image: 'b' }])).toBe(true);
    const last: string = image.value;
    expect([last, image.values]).toEqual(['b', ['a', 'b']]);
    const number = Match.capture<number>(expect.any(Number));
    expect(matches({ a: number }, { a: 'x' })).toBe(false);
    expect(number.values).toEqual([]);
  });

  test('an amount that is none is refused at once', () => {
    expect(() => Match.quantity('1 GB')).toThrow('"1 GB" is not a quantity');
  });
});

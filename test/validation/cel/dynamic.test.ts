import { ourVerdicts } from './judge';

/** Random expressions with values of any type that once had another result: what kube-apiserver 1.33.13 and 1.36.3 evaluate them to. */
test.each([
  ['7 in [dyn(self.o), dyn(self.ls)]', 'false'],
  ['optional.ofNonZeroValue(optional.none()).hasValue()', 'true'],
  ['type(self.ls[?0].orValue(dyn(self.s)).orValue(self.b)) == map', 'false'],
])('%s is %s', (expression, verdict) => {
  expect(ourVerdicts([{ context: 'rule', expression }], 33)).toEqual([verdict]);
  expect(ourVerdicts([{ context: 'rule', expression }], 36)).toEqual([verdict]);
});

import { type Library, typed } from './library';
import { ListsNamespace, SetsNamespace } from './types';

const same = (left: unknown, right: unknown): boolean => text(left) === text(right);

function text(value: unknown): string {
  return JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? Number(part) : part)) ?? 'null';
}

/** `k8s.io/apiserver/pkg/cel/library`: Lists. */
export const lists: Library = {
  since: 0,
  functions: [
    {
      signature: 'list<A>.isSorted(): bool',
      handler: (list: any[]) => list.every((value, index) => index === 0 || list[index - 1] <= value),
    },
    {
      signature: 'list<A>.sum(): A',
      handler: (list: any[]) => (list.length === 0 ? 0n : list.reduce((a, b) => a + b)),
    },
    { signature: 'list<A>.min(): A', handler: (list: any[]) => list.reduce((a, b) => (isLess(b, a) ? b : a)) },
    { signature: 'list<A>.max(): A', handler: (list: any[]) => list.reduce((a, b) => (isLess(a, b) ? b : a)) },
    {
      signature: 'list<A>.indexOf(A): int',
      handler: (list: any[], value) => BigInt(list.findIndex((other) => same(other, value))),
    },
    {
      signature: 'list<A>.lastIndexOf(A): int',
      handler: (list: any[], value) => BigInt(list.findLastIndex((other: unknown) => same(other, value))),
    },
  ],
};

/** Version 3 of cel-go `ext.Lists`. */
export const listTools: Library = {
  since: 35,
  namespaces: { lists: ListsNamespace },
  functions: typed(
    'ListsNamespace.range(int): list<int>',
    'list<A>.slice(int, int): list<A>',
    'list<dyn>.flatten(): list<dyn>',
    'list<dyn>.flatten(int): list<dyn>',
    'list<A>.distinct(): list<A>',
    'list<A>.reverse(): list<A>',
    'list<A>.sort(): list<A>',
  ),
};

/** cel-go `ext.Sets`. */
export const sets: Library = {
  since: 30,
  namespaces: { sets: SetsNamespace },
  functions: [
    { signature: 'SetsNamespace.contains(list<A>, list<A>): bool', handler: (_, all, some) => holds(all, some) },
    {
      signature: 'SetsNamespace.equivalent(list<A>, list<A>): bool',
      handler: (_, left, right) => holds(left, right) && holds(right, left),
    },
    {
      signature: 'SetsNamespace.intersects(list<A>, list<A>): bool',
      handler: (_, left: any[], right: any[]) => left.some((value) => right.some((other) => same(other, value))),
    },
  ],
};

function holds(all: any[], some: any[]): boolean {
  return some.every((value) => all.some((other) => same(other, value)));
}

/** For numbers, texts and times alike. */
function isLess<T>(left: T, right: T): boolean {
  return left < right;
}

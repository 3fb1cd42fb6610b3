import { PROTOCOLS } from '../facts';

/** First and last port of a range. */
export type PortRange = readonly [first: number, last: number];

export type Protocol = (typeof PROTOCOLS)[number];

const EVERY_PORT: PortRange = [1, 65535];

/** Ports by protocol, as sorted ranges that do not touch. */
export class PortSet {
  public static readonly ALL = new PortSet(new Map(PROTOCOLS.map((protocol) => [protocol, [EVERY_PORT]])));
  public static readonly NONE = new PortSet(new Map());

  private constructor(private readonly byProtocol: ReadonlyMap<string, readonly PortRange[]>) {}

  /** One range of a protocol. @param ports every port by default. */
  public static of(protocol: string, [first, last]: PortRange = EVERY_PORT): PortSet {
    return first > last ? PortSet.NONE : new PortSet(new Map([[protocol, [[first, last]]]]));
  }

  public get isEmpty(): boolean {
    return this.byProtocol.size === 0;
  }

  /** Every port of every protocol. */
  public get isAll(): boolean {
    return PROTOCOLS.every((protocol) => {
      const [range] = this.ranges(protocol);
      return range?.[0] === EVERY_PORT[0] && range[1] === EVERY_PORT[1];
    });
  }

  public has(protocol: string, port: number): boolean {
    return this.ranges(protocol).some(([first, last]) => first <= port && port <= last);
  }

  public ranges(protocol: string): readonly PortRange[] {
    return this.byProtocol.get(protocol) ?? [];
  }

  public or(other: PortSet): PortSet {
    return this.combined(other, (own, others) => {
      const merged: [number, number][] = [];
      for (const [first, last] of [...own, ...others].sort((a, b) => a[0] - b[0])) {
        const previous = merged.at(-1);
        if (previous !== undefined && first <= previous[1] + 1) previous[1] = Math.max(previous[1], last);
        else merged.push([first, last]);
      }
      return merged;
    });
  }

  public and(other: PortSet): PortSet {
    return this.combined(other, (own, others) =>
      own.flatMap(([first, last]) =>
        others.flatMap((range): PortRange[] => {
          const both: PortRange = [Math.max(first, range[0]), Math.min(last, range[1])];
          return both[0] <= both[1] ? [both] : [];
        }),
      ),
    );
  }

  /** `TCP 80, 8080-8090; UDP 53`, `all ports` or `no port`. */
  public toString(): string {
    if (this.isEmpty) return 'no port';
    if (this.isAll) return 'all ports';
    return PROTOCOLS.filter((protocol) => this.ranges(protocol).length > 0)
      .map((protocol) => `${protocol} ${this.ranges(protocol).map(rangeText).join(', ')}`)
      .join('; ');
  }

  private combined(
    other: PortSet,
    combine: (own: readonly PortRange[], others: readonly PortRange[]) => readonly PortRange[],
  ): PortSet {
    const ranges = PROTOCOLS.map(
      (protocol) => [protocol, combine(this.ranges(protocol), other.ranges(protocol))] as const,
    );
    return new PortSet(new Map(ranges.filter(([, list]) => list.length > 0)));
  }
}

function rangeText([first, last]: PortRange): string {
  if (first === EVERY_PORT[0] && last === EVERY_PORT[1]) return 'all ports';
  return first === last ? `${first}` : `${first}-${last}`;
}

/** A graph as the Eclipse Layout Kernel reads it and fills in. @see https://eclipse.dev/elk/documentation/tooldevelopers/graphdatastructure/jsonformat.html */
export interface ElkNode {
  readonly id: string;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly layoutOptions?: Readonly<Record<string, string>>;
  /** Of a box with nodes. */
  readonly space?: Space;
  readonly children?: readonly ElkNode[];
  readonly edges?: readonly ElkEdge[];
}

/** Around what is in a box, and the least that it takes; `layered` writes it as options. */
export interface Space {
  readonly padding: { readonly top: number; readonly side: number; readonly bottom: number };
  readonly minimum: { readonly width: number; readonly height: number };
}

export interface ElkEdge {
  readonly id: string;
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly sections?: readonly {
    readonly startPoint: Point;
    readonly endPoint: Point;
    readonly bendPoints?: readonly Point[];
  }[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

interface Worker {
  onmessage(message: { readonly data: { readonly data?: ElkNode; readonly error?: unknown } }): void;
  readonly dispatcher: { saveDispatch(message: { readonly data: object }): void };
}

const ALGORITHM = 'layered';
/** The same for every call, so that the same graph has the same positions. */
const OPTIONS: Readonly<Record<string, string>> = {
  'elk.algorithm': ALGORITHM,
  'elk.direction': 'RIGHT',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.json.edgeCoords': 'ROOT',
  'elk.randomSeed': '1',
  'elk.spacing.nodeNode': '14',
  'elk.spacing.edgeNode': '14',
  'elk.spacing.edgeEdge': '8',
  'elk.layered.spacing.nodeNodeBetweenLayers': '40',
  'elk.layered.spacing.edgeNodeBetweenLayers': '18',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '9',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
};

let worker: Worker | undefined;

/**
 * Layers nodes from left to right and routes edges around them. The API of elkjs waits for a web worker; the object in this process
 * that stands in for one answers within the call, so that a synthesis need not wait.
 */
export function layered({ children = [], ...others }: ElkNode): ElkNode {
  const graph = { ...others, children: children.map(withOptions) };
  const elk = loadedWorker();
  let answer: { readonly data?: ElkNode; readonly error?: unknown } | undefined;
  elk.onmessage = ({ data }) => {
    answer = data;
  };
  elk.dispatcher.saveDispatch({ data: { id: 1, cmd: 'layout', graph, layoutOptions: OPTIONS, options: {} } });
  if (answer?.data === undefined)
    throw new Error(`the layout failed: ${(answer?.error as Error | undefined)?.message}`);
  return answer.data;
}

function withOptions({ space, ...node }: ElkNode): ElkNode {
  if (space === undefined) return node;
  const { padding, minimum } = space;
  const { top, side, bottom } = padding;
  const layoutOptions = {
    'elk.padding': `[top=${top},left=${side},bottom=${bottom},right=${side}]`,
    'elk.nodeSize.constraints': 'MINIMUM_SIZE',
    'elk.nodeSize.minimum': `(${minimum.width},${minimum.height})`,
  };
  return { ...node, layoutOptions };
}

function loadedWorker(): Worker {
  if (worker === undefined) {
    const { Worker: FakeWorker } = require('elkjs/lib/elk-worker.min.js') as { readonly Worker: new () => Worker };
    worker = new FakeWorker();
    worker.onmessage = () => undefined;
    worker.dispatcher.saveDispatch({ data: { id: 0, cmd: 'register', algorithms: [ALGORITHM] } });
  }
  return worker;
}

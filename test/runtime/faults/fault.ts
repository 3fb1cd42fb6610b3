/** A manifest with one planted fault, and the same manifest without it. */
export interface Fault {
  readonly title: string;
  /** The findings that are expected, as `severity rule path`. */
  readonly expected: readonly string[];
  /** Where the expectation is from: what a kubelet or a program does with the faulty manifest. */
  readonly because: string;
  readonly faulty: readonly object[];
  readonly fixed: readonly object[];
}

interface Twin {
  readonly faulty: object | readonly object[];
  readonly fixed: object | readonly object[];
}

/** A fault with the expectation in one line. */
export function fault(title: string, because: string, expected: string | readonly string[], twin: Twin): Fault {
  return {
    title,
    because,
    expected: [expected].flat(),
    faulty: [twin.faulty].flat(),
    fixed: [twin.fixed].flat(),
  };
}

/** A Deployment with one container. */
export const app = (container: object, spec: object = {}, replicas = 1) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'site', namespace: 'shop' },
  spec: {
    replicas,
    selector: { matchLabels: { app: 'site' } },
    template: {
      metadata: { labels: { app: 'site' } },
      spec: { containers: [{ name: 'site', ...container }], ...spec },
    },
  },
});

export const pod = (container: object, spec: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'site', namespace: 'shop' },
  spec: { containers: [{ name: 'site', ...container }], ...spec },
});

export const job = (spec: object, jobSpec: object = {}) => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: 'report', namespace: 'shop' },
  spec: { template: { spec: { restartPolicy: 'Never', ...spec } }, ...jobSpec },
});

export const configMap = (name: string, data: object) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: 'shop' },
  data,
});

/** Volumes of type emptyDir, with mounts at these paths. */
export const scratch = (paths: Readonly<Record<string, string>>) => ({
  volumes: Object.keys(paths).map((name) => ({ name, emptyDir: {} })),
  volumeMounts: Object.entries(paths).map(([name, mountPath]) => ({ name, mountPath })),
});

/** Databases with a password, without which they do not start. */
export const MYSQL = {
  image: 'mysql:8.4.6',
  env: [{ name: 'MYSQL_ROOT_PASSWORD_FILE', value: '/run/secrets/root' }],
};
export const MARIADB = {
  image: 'mariadb:11.4.5',
  env: [{ name: 'MARIADB_ROOT_PASSWORD_FILE', value: '/run/secrets/root' }],
};
export const POSTGRES = {
  image: 'postgres:17.2',
  env: [{ name: 'POSTGRES_PASSWORD_FILE', value: '/run/secrets/admin' }],
};

/** Field of the first container of a Deployment. */
export const inApp = (field: string) => `spec.template.spec.containers[0].${field}`;
/** Field of the first container of a Pod. */
export const inPod = (field: string) => `spec.containers[0].${field}`;

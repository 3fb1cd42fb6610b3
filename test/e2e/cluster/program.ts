import { Chart } from 'cdk8s';
import { CheckedApp } from '../../../src';
import { objectsIn } from '../examples';
import { get, succeed, until } from './kubectl';
import { isDone, podsIn } from './pods';
import { unfinishedWorkload } from './workloads';

/** What a program compiles to. */
export function compile(namespace: string, define: (chart: Chart) => void): string {
  const app = new CheckedApp({ kubernetesVersion: ['1.28', '1.36'] });
  define(new Chart(app, 'program', { namespace }));
  return app.synthYaml();
}

/** Applies a program to a namespace, and waits until everything is Ready or Complete. */
export async function run(namespace: string, define: (chart: Chart) => void, seconds = 240): Promise<void> {
  const yaml = compile(namespace, define);
  succeed(['apply', '-n', namespace, '-f', '-'], yaml);
  const workloads = objectsIn(yaml).filter(({ kind }) => ['Deployment', 'StatefulSet', 'Job', 'Pod'].includes(kind));
  const unfinished = () => [
    ...workloads.flatMap(({ kind, metadata }) => unfinishedWorkload(get(kind, metadata.name, namespace)!) ?? []),
    ...podsIn(namespace).filter((pod) => !isDone(pod)),
  ];
  await until('the program is Ready', seconds, () => (unfinished().length === 0 ? true : undefined), unfinished);
}

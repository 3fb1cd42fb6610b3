import { describeExample } from './describe-example';
import { exec, get, list, succeed, until } from './kubectl';

describeExample('stateful-set', (check) => {
  const page = (namespace: string, pod: string) => exec(namespace, pod, ['cat', '/www/index.html']).stdout;

  check('the pods were started one after the other, each with its own volume', (example) => {
    const pods = list('pods', example.namespace).sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
    expect(pods.map(({ metadata }) => metadata.name)).toEqual(['web-0', 'web-1', 'web-2']);
    const times = pods.map(({ metadata }) => metadata.creationTimestamp);
    expect(times).toEqual([...times].sort());
    for (const { metadata } of pods) expect(page(example.namespace, metadata.name)).toBe(`${metadata.name}\n`);
  });

  check('each pod has a DNS name', (example) => {
    const name = `web-1.web-headless.${example.namespace}.svc.cluster.local`;
    expect(exec(example.namespace, 'web-0', ['nslookup', name]).stdout).toContain(example.pod('web-1').ip);
  });

  check('a pod that is deleted comes back with its name and its volume', async (example) => {
    const { uid } = get('pod', 'web-1', example.namespace)!.metadata;
    exec(example.namespace, 'web-1', ['sh', '-c', 'echo kept > /www/index.html']);
    succeed(['delete', 'pod', 'web-1', '-n', example.namespace, '--wait=false']);
    await until('a new web-1', 90, () => {
      const pod = get('pod', 'web-1', example.namespace);
      return pod !== undefined && pod.metadata.uid !== uid && example.pod('web-1').isReady ? true : undefined;
    });
    expect(page(example.namespace, 'web-1')).toBe('kept\n');
  });

  check('the volumes outlive the StatefulSet', async (example) => {
    succeed(['delete', 'statefulset', 'web', '-n', example.namespace, '--wait=true']);
    succeed(['apply', '-n', example.namespace, '-f', example.file.path]);
    const back = () => (example.unfinished().length === 0 ? true : undefined);
    await until('the StatefulSet is back', 180, back, () => example.unfinished());
    expect(page(example.namespace, 'web-1')).toBe('kept\n');
  });
});

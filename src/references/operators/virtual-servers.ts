import { valuesAt } from '../edges';
import type { Cluster } from '../input/cluster';
import { customList, namespaceOf } from '../input/placed';
import type { Dangling } from '../rule/reference-rule';

const GROUP = 'k8s.nginx.org';

/**
 * A VirtualServerRoute with another host than all VirtualServers that lead to it, or with a path outside of theirs: NGINX ignores it.
 *
 * @see https://docs.nginx.com/nginx-ingress-controller/configuration/virtualserver-and-virtualserverroute-resources/#virtualserverroute-specification
 */
export function ignoredRoute(object: any, cluster: Cluster): Dangling[] {
  const own = namespaceOf(object);
  const leading = cluster.all(`${GROUP}/VirtualServer`).flatMap(({ object: server }) =>
    customList(server.spec?.routes).flatMap((route) => {
      const [name, space] = String(route?.route ?? '')
        .split('/')
        .reverse();
      const isOwn = name === object.metadata?.name && (space ?? namespaceOf(server)) === own;
      return isOwn ? [{ server, path: String(route?.path) }] : [];
    }),
  );
  const [first] = leading;
  if (first === undefined || typeof object.spec?.host !== 'string') return [];
  const ofHost = leading.find(({ server }) => server.spec.host === object.spec.host);
  const server = `VirtualServer ${JSON.stringify((ofHost ?? first).server.metadata?.name)}`;
  if (ofHost === undefined) {
    const { host } = first.server.spec;
    const message = `${server} leads to this route, and its host is ${JSON.stringify(host)}`;
    return [{ field: 'spec.host', message, hint: `set host: ${host}`, certainty: 'wrong' }];
  }
  // Those that are exact or patterns have rules of their own.
  const paths = leading.map((one) => one.path);
  if (!paths.every((one) => one.startsWith('/'))) return [];
  return valuesAt(object, 'spec.subroutes[].path').flatMap(({ value, field }): Dangling[] => {
    if (typeof value !== 'string' || !value.startsWith('/') || paths.some((one) => value.startsWith(one))) return [];
    const message = `${server} leads to this route for ${ofHost.path}, with which the path does not begin`;
    return [{ field, message, certainty: 'wrong' }];
  });
}

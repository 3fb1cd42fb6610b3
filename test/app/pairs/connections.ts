import {
  Ambassador,
  ExternalService,
  HttpRoute,
  Ingress,
  Job,
  NetworkPolicy,
  NodeAgent,
  Peer,
  SingletonApp,
  StatefulApp,
  WebApp,
  Worker,
} from '../../../src';
import { any, anyone, container, type Pair, web } from './pair';

export const CONNECTIONS: readonly Pair[] = [
  {
    name: 'connectTo a WebApp without a Service',
    program: ({ a }, isFixed) => {
      const api = new WebApp(a, 'api', { ...web, service: isFixed ? {} : { type: 'None' } });
      new Worker(a, 'user', container).connectTo(api);
    },
    report: /connectTo: a\/api has no Service to connect to/,
  },
  {
    name: 'connectTo a Worker',
    program: ({ a }, isFixed) => {
      const api = isFixed ? new WebApp(a, 'api', web) : new Worker(a, 'api', container);
      new Worker(a, 'user', container).connectTo(any(api));
    },
    report:
      /connectTo\.target: expected .* got a Worker \(a\/api has no Service; a WebApp and a StatefulApp have one\)/,
  },
  {
    name: 'connectTo a Job',
    program: ({ a }, isFixed) => {
      const api = isFixed ? new SingletonApp(a, 'api', web) : new Job(a, 'api', container);
      new Worker(a, 'user', container).connectTo(any(api));
    },
    report: /connectTo\.target: expected .* got a Job \(a\/api has no Service/,
  },
  {
    name: 'connectTo an ExternalService without a port',
    program: ({ a }, isFixed) => {
      const mail = new ExternalService(a, 'mail', { host: 'smtp.example.com', ...(isFixed && { port: 25 }) });
      new Worker(a, 'user', container).connectTo(any(mail));
    },
    report: /connectTo: a\/mail has no port to connect to/,
  },
  {
    name: 'two servers that set the same variable',
    program: ({ a, b }, isFixed) => {
      const user = new Worker(a, 'user', container).connectTo(new WebApp(a, 'api', web));
      user.connectTo(new WebApp(b, isFixed ? 'api-two' : 'api', web));
    },
    report: /env\.API_(URL|HOST): is already set to a different value/,
  },
  {
    name: 'no caller of a workload with a Service and a NetworkPolicy',
    program: ({ a }, isFixed) => {
      const api = new WebApp(a, 'api', { ...web, networkPolicy: {} });
      const user = new Worker(a, 'user', container);
      if (isFixed) user.connectTo(api);
    },
    report: /no peer can connect to the pods of Service "api"/,
  },
  {
    name: 'no caller of a StatefulApp with a NetworkPolicy',
    program: ({ a }, isFixed) => {
      const networkPolicy = isFixed ? { ingress: [{ from: anyone }] } : {};
      new StatefulApp(a, 'api', { ...web, networkPolicy });
    },
    report: /no peer can connect to the pods of Service "api.*"/,
  },
  {
    name: 'a policy with a port name that its pods do not have',
    program: ({ a }, isFixed) => {
      const ingress = [{ from: anyone, ports: [isFixed ? 'http' : 'htpp'] }];
      new WebApp(a, 'api', { ...web, networkPolicy: { ingress } });
    },
    report: /the pods of \w+ "api" have no port "htpp".*did you mean "http"/,
  },
  {
    name: 'a NetworkPolicy of its own with a port name that the pods do not have',
    program: ({ a }, isFixed) => {
      const pods = new WebApp(a, 'api', web);
      new NetworkPolicy(a, 'policy', { pods, ingress: [{ from: anyone, ports: [isFixed ? 'http' : 'web'] }] });
    },
    report: /the pods of \w+ "api" have no port "web"/,
  },
  {
    name: 'egress to a port name that the pods of the peer do not have',
    program: ({ a }, isFixed) => {
      const to = new WebApp(a, 'api', web);
      new Worker(a, 'user', { ...container, networkPolicy: { egress: [{ to, ports: [isFixed ? 'http' : 'web'] }] } });
    },
    report: /the pods of \w+ "api" have no port "web"/,
  },
  {
    name: 'egress to the port of the Service instead of that of the pods',
    program: ({ a }, isFixed) => {
      const to = new WebApp(a, 'api', web);
      new Worker(a, 'user', { ...container, networkPolicy: { egress: [{ to, ports: [isFixed ? 8080 : 80] }] } });
    },
    report: /80 is the port of Service "api".*8080/,
  },
  {
    name: 'ingress at the port of the Service instead of that of the pods',
    program: ({ a }, isFixed) => {
      const ingress = [{ from: anyone, ports: [isFixed ? 8080 : 80] }];
      new WebApp(a, 'api', { ...web, networkPolicy: { ingress } });
    },
    report: /80 is the port of Service "api".*8080/,
  },
  {
    name: 'an Ingress without a NetworkPolicy that says who is let in',
    program: ({ a }, isFixed) => {
      const ingress = { host: 'shop.example.com', tls: 'tls', from: Peer.namespace('ingress-nginx') };
      new WebApp(a, 'api', { ...web, ingress, ...(isFixed && { networkPolicy: {} }) });
    },
    report: /ingress\.from: requires a NetworkPolicy/,
  },
  {
    name: 'two workloads with one host and path',
    program: ({ a }, isFixed) => {
      const ingress = { host: 'shop.example.com', tls: 'tls' };
      new WebApp(a, 'one', { ...web, ingress });
      new WebApp(a, 'two', { ...web, ingress: { ...ingress, paths: [isFixed ? '/two' : '/'] } });
    },
    report: /"shop\.example\.com\/" is already routed by Ingress "one"/,
  },
  {
    name: 'a workload and an Ingress of another namespace with one host and path',
    program: ({ a, b }, isFixed) => {
      new WebApp(a, 'one', { ...web, ingress: { host: 'shop.example.com', tls: 'tls' } });
      const to = new WebApp(b, 'two', web);
      const host = isFixed ? 'two.example.com' : 'shop.example.com';
      new Ingress(b, 'route', { tls: 'tls', rules: [{ host, path: '/', to }] });
    },
    report: /"shop\.example\.com\/" is already routed by Ingress "one" in namespace a/,
  },
  {
    name: 'a route to a workload without a Service',
    program: ({ a }, isFixed) => {
      const to = new WebApp(a, 'api', { ...web, service: isFixed ? {} : { type: 'None' } });
      new HttpRoute(a, 'route', { gateway: 'public', rules: [{ to }] });
    },
    report: /a\/route rules\[0\]\.to: has no Service/,
  },
  {
    name: 'a route to a port that the Service does not have',
    program: ({ a }, isFixed) => {
      new WebApp(a, 'api', web);
      new Ingress(a, 'route', {
        tls: 'tls',
        rules: [{ host: 'shop.example.com', path: '/', to: { name: 'api', port: isFixed ? 80 : 8080 } }],
      });
    },
    report: /Service "api" has no port 8080.*its ports are http 80/,
  },
  {
    name: 'an Ambassador for a WebApp without a Service',
    program: ({ a }, isFixed) => {
      const upstream = new WebApp(a, 'api', { ...web, service: isFixed ? {} : { type: 'None' } });
      new Worker(a, 'user', container).with(
        new Ambassador('api', { ...container, image: 'envoyproxy/envoy:v1.33.0', port: 6379, upstream }),
      );
    },
    report: /upstream: a\/api has no Service/,
  },
  {
    name: 'a NodeAgent behind a name that an egress rule does not know',
    program: ({ a }, isFixed) => {
      const agent = new NodeAgent(a, 'agent', { ...container, port: 9100 });
      const ports = [isFixed ? 'http' : 'metrics'];
      new Worker(a, 'user', { ...container, networkPolicy: { egress: [{ to: agent, ports }] } });
    },
    report: /the pods of DaemonSet "agent" have no port "metrics"/,
  },
];

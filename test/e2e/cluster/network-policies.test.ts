import { Client } from './client';
import { describeExample } from './describe-example';
import { exec, until } from './kubectl';

/** Whether nginx's curl gets an answer. */
const reaches = (namespace: string, pod: string, url: string): boolean =>
  exec(namespace, pod, ['curl', '-sf', '-o', '/dev/null', '-m', '5', url]).exitCode === 0;

describeExample('teams', (check) => {
  let outsider: Client;
  let controller: Client;
  beforeAll(async () => {
    outsider = await Client.start('teams');
    controller = await Client.start('teams', { namespace: 'ingress-nginx' });
  }, 300_000);
  afterAll(() => {
    outsider?.remove();
    controller?.remove();
  });

  check(
    'shop reaches stock, the Ingress controller reaches shop, and nobody else reaches anything',
    async (example) => {
      const { name: shop, namespace: red } = example.pod('shop');
      const { name: stock, namespace: blue } = example.pod('stock');
      const url = `http://stock.${blue}/`;
      await until('shop reaches stock', 30, () => (reaches(red, shop, url) ? true : undefined));
      expect({
        outsiderToStock: outsider.get(url).isOk,
        stockToShop: reaches(blue, stock, `http://shop.${red}/`),
        stockToApi: reaches(blue, stock, 'https://kubernetes.default.svc/'),
        outsiderToShop: outsider.get(`http://shop.${red}/`).isOk,
        controllerToShop: controller.get(`http://shop.${red}/`).isOk,
        controllerToStock: controller.get(url).isOk,
      }).toEqual({
        ...{ outsiderToStock: false, stockToShop: false, stockToApi: false, outsiderToShop: false },
        ...{ controllerToShop: true, controllerToStock: false },
      });
    },
  );
});

describeExample('policy-priority-affinity', (check) => {
  let cache: Client;
  check('only the web pods connect to the cache, and go before others', async (example) => {
    cache = await Client.start('cache', { namespace: example.namespace, labels: { role: 'cache' } });
    const listener = ['sh', '-c', '(nc -lk -p 6379 -e echo PONG >/dev/null 2>&1 &) ; sleep 1'];
    expect(cache.run(listener).exitCode).toBe(0);
    const web = example.pod('web');
    const { ip } = example.pods().find(({ name }) => name === 'e2e-client')!;
    const connect = ['sh', '-c', `curl -s -m 5 telnet://${ip}:6379 < /dev/null`];
    await until('web connects to the cache', 30, () =>
      exec(example.namespace, web.name, connect).stdout.includes('PONG') ? true : undefined,
    );
    const outsider = await Client.start('policy');
    expect(outsider.connects(ip!, 6379)).toBe(false);
    outsider.remove();
    expect(example.object('Deployment', 'web').spec.template.spec.priorityClassName).toBe('urgent');
  });
});

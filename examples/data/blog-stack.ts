import { type App, Chart } from 'cdk8s';
import { ConfigMap, Content, EnvFrom, Probes, Qos, Scaling, Security, StatefulApp, WebApp } from 'cdk8s-patterns';

/**
 * WordPress, a database and a statistics service that share one configuration, as a first version usually looks.
 *
 * Do not run it: the best practices of `checkPolicy` report what is wrong with it, and hardened-blog-stack.ts fixes it.
 */
export class BlogStack extends Chart {
  public constructor(app: App, id: string) {
    super(app, id, { namespace: 'default' });
    const shared = new ConfigMap(this, 'blog-config', { from: [Content.literals({ SITE_NAME: 'My blog' })] });
    const password = 'my-secret-pw';
    const naive = { qos: Qos.bestEffort(), security: Security.rootImage(), envFrom: [EnvFrom.configMap(shared)] };

    const db = new StatefulApp(this, 'prod-db-mariadb', {
      ...naive,
      image: 'mariadb:11.4.5',
      ports: [{ name: 'mysql', port: 3306 }],
      probes: Probes.none(),
      env: { MARIADB_ROOT_PASSWORD: password, MARIADB_DATABASE: 'blog_data' },
    });
    new WebApp(this, 'wordpress', {
      ...naive,
      image: 'wordpress:6.8.1-php8.3-apache',
      port: 80,
      probes: Probes.none(),
      scaling: Scaling.fixed(1),
      service: { type: 'NodePort', nodePort: 30080 },
      env: {
        WORDPRESS_DB_HOST: `${db.name}:3306`,
        WORDPRESS_DB_USER: 'root',
        WORDPRESS_DB_PASSWORD: password,
        WORDPRESS_DB_NAME: 'blog_data',
      },
    });
    new WebApp(this, 'stats-service', {
      ...naive,
      image: 'nginx:1.27.3',
      port: 80,
      probes: Probes.none(),
      scaling: Scaling.fixed(1),
    });
  }
}

/**
 * A blog as a first version usually looks: WordPress, a database and a statistics service that share one configuration,
 * with passwords in the manifest. Do not run it; hardened-blog-stack has the same with its weaknesses fixed.
 *
 * nginx stands for the statistics service. Needs: Kubernetes 1.28 or later.
 */
export default function (app: App): void {
  new BlogStack(app, 'blog-stack');
}

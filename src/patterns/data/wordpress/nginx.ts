/**
 * nginx in front of PHP-FPM in the same pod: serves files, passes other requests to WordPress, and never runs uploaded PHP.
 *
 * @param uploadMebibytes largest body of a request.
 * @param extra directives at the end of the server block.
 * @see https://developer.wordpress.org/advanced-administration/server/web-server/nginx/
 */
export function nginxConfiguration(folder: string, uploadMebibytes: number, extra: string | undefined): string {
  return `server {
  listen 8080;
  root ${folder};
  index index.php;
  client_max_body_size ${uploadMebibytes}m;
  # The port of the pod differs from the public port.
  absolute_redirect off;
  location / {
    try_files $uri $uri/ /index.php?$args;
  }
  location ~* ^/wp-content/uploads/.*\\.php$ {
    return 404;
  }
  location ~ /\\.(?!well-known/) {
    return 404;
  }
  location ~ \\.php$ {
    try_files $uri =404;
    include fastcgi_params;
    fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
    fastcgi_read_timeout 300s;
    fastcgi_pass 127.0.0.1:9000;
  }
${extra === undefined ? '' : `${extra.trimEnd()}\n`}}
`;
}

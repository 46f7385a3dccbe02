/** What the layers of the optional servers get beside their packages' files: upstream's paths, configuration, page. */
import { chmod, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { finishDebian, finishNginx, refuseUnmerged } from './layer-contents.ts'

/** In Debian 12 packages still put programs into /bin: the whole image is so, and nothing is hidden. */
export async function finishOldDebian(root: string): Promise<void> {
  await finishDebian(root)
  await rm(join(root, 'usr/bin/sh'), { force: true })
}

/** Debian 12's package has a unit below /lib, of no use in an image. */
export async function finishOldNginx(root: string): Promise<void> {
  await rm(join(root, 'lib'), { recursive: true, force: true })
  await finishNginx(root)
}

const HTTPD_ROOT = 'usr/local/apache2'

const HTTPD_MODULES = [
  'alias auth_basic authn_core authn_file authz_core authz_host authz_user autoindex',
  'deflate dir env filter headers mime reqtimeout rewrite setenvif status',
].flatMap((line) => line.split(' '))

/** The settings of the official image that a reader meets: root folder, document root, user, logs. */
function httpdConf(multiProcessing: string): string {
  const load = [`mpm_${multiProcessing}`, ...HTTPD_MODULES].map(
    (name) => `LoadModule ${name}_module modules/mod_${name}.so`,
  )
  return `ServerRoot "/${HTTPD_ROOT}"
Listen 80
ServerName localhost
PidFile "logs/httpd.pid"
${load.join('\n')}

User www-data
Group www-data

DocumentRoot "/${HTTPD_ROOT}/htdocs"
DirectoryIndex index.html
<Directory />
    AllowOverride none
    Require all denied
</Directory>
<Directory "/${HTTPD_ROOT}/htdocs">
    Options Indexes FollowSymLinks
    AllowOverride None
    Require all granted
</Directory>

ErrorLog /proc/self/fd/2
LogLevel warn
LogFormat "%h %l %u %t \\"%r\\" %>s %b" common
CustomLog /proc/self/fd/1 common
TypesConfig /etc/mime.types

IncludeOptional conf/extra/*.conf
`
}

/** As the official image: everything below /usr/local/apache2, `httpd-foreground` to start it, "It works!". */
export async function finishHttpd(root: string): Promise<void> {
  await refuseUnmerged(root)
  const at = (path: string): string => join(root, HTTPD_ROOT, path)
  for (const name of ['bin', 'conf/extra', 'htdocs', 'logs', 'cgi-bin']) await mkdir(at(name), { recursive: true })
  await symlink('/usr/sbin/apache2', at('bin/httpd'))
  await symlink('/usr/lib/apache2/modules', at('modules'))
  await writeFile(at('conf/httpd.conf'), httpdConf('event'))
  await writeFile(at('htdocs/index.html'), '<html><body><h1>It works!</h1></body></html>\n')
  await writeProgram(join(root, 'usr/local/bin/httpd-foreground'), [
    'rm -f /usr/local/apache2/logs/httpd.pid',
    'exec /usr/local/apache2/bin/httpd -d /usr/local/apache2 -f conf/httpd.conf -DFOREGROUND "$@"',
  ])
  // Debian's apache2 looks for its configuration elsewhere; one link serves both.
  await mkdir(join(root, 'etc/apache2'), { recursive: true })
  await symlink(`/${HTTPD_ROOT}/conf/httpd.conf`, join(root, 'etc/apache2/apache2.conf'))
}

/** A page that keeps a CPU busy for some tenths of a second, as upstream's example for the autoscaler. */
const BURN = `<?php
$x = 0.0001;
for ($i = 0; $i <= 1000000; $i++) {
  $x += sqrt($x);
}
echo "OK!";
`

/** On top of `httpd`: PHP as a module, which needs processes instead of threads. */
export async function finishPhp(root: string): Promise<void> {
  await refuseUnmerged(root)
  const at = (path: string): string => join(root, HTTPD_ROOT, path)
  await mkdir(at('conf/extra'), { recursive: true })
  await mkdir(at('htdocs'), { recursive: true })
  await writeFile(at('conf/httpd.conf'), httpdConf('prefork'))
  const module = (await readdir(join(root, 'usr/lib/apache2/modules'))).find((name) => name.startsWith('libphp'))
  if (module === undefined) throw new Error('no PHP module for httpd in the package')
  const lines = [
    `LoadModule php_module modules/${module}`,
    'AddHandler application/x-httpd-php .php',
    // The layer below has an index.html.
    'DirectoryIndex disabled',
    'DirectoryIndex index.php',
  ]
  await writeFile(at('conf/extra/php.conf'), `${lines.join('\n')}\n`)
  await writeFile(at('htdocs/index.php'), BURN)
}

/** The user and the folder of the official image. */
export async function finishRedis(root: string): Promise<void> {
  await refuseUnmerged(root)
  await rm(join(root, 'etc/redis'), { recursive: true, force: true })
  await mkdir(join(root, 'data'))
}

async function writeProgram(path: string, lines: readonly string[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, `#!/bin/sh\nset -e\n${lines.join('\n')}\n`)
  await chmod(path, 0o755)
}

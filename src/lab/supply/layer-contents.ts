/** What packages' own scripts would have set up in an image's root, and upstream's configuration where it differs. */
import { appendFile, copyFile, mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { UserError } from '../../errors/index.ts'
import { run } from '../build-command.ts'

/** base-passwd's script writes these. */
export async function finishDebian(root: string): Promise<void> {
  for (const name of ['passwd', 'group']) {
    await copyFile(join(root, `usr/share/base-passwd/${name}.master`), join(root, 'etc', name))
  }
  await symlink('bash', join(root, 'usr/bin/sh')).catch(() => undefined)
}

/** Debian's alternatives choose nftables; the lab's kernel has NAT in the legacy tables only. */
export async function finishNetwork(root: string): Promise<void> {
  await refuseUnmerged(root)
  for (const family of ['iptables', 'ip6tables']) {
    for (const name of [family, `${family}-save`, `${family}-restore`]) {
      const link = join(root, 'usr/sbin', name)
      await rm(link, { force: true })
      await symlink('xtables-legacy-multi', link)
    }
  }
}

/** A real /bin or /lib in an upper layer would hide the base's link to /usr. */
export async function refuseUnmerged(root: string): Promise<void> {
  const wrong = (await readdir(root)).filter((name) => ['bin', 'sbin', 'lib', 'lib64'].includes(name))
  if (wrong.length > 0) throw new UserError(`packages of an upper layer put files into /${wrong.join(', /')}`)
}

const NGINX_CONF = `user  nginx;
worker_processes  auto;

error_log  /var/log/nginx/error.log notice;
pid        /run/nginx.pid;

events {
    worker_connections  1024;
}

http {
    include       /etc/nginx/mime.types;
    default_type  application/octet-stream;

    log_format  main  '$remote_addr - $remote_user [$time_local] "$request" '
                      '$status $body_bytes_sent "$http_referer" '
                      '"$http_user_agent" "$http_x_forwarded_for"';

    access_log  /var/log/nginx/access.log  main;

    sendfile           on;
    keepalive_timeout  65;

    include /etc/nginx/conf.d/*.conf;
}
`

const NGINX_SERVER = `server {
    listen       80;
    server_name  localhost;

    location / {
        root   /usr/share/nginx/html;
        index  index.html index.htm;
    }

    error_page   500 502 503 504  /50x.html;
    location = /50x.html {
        root   /usr/share/nginx/html;
    }
}
`

const NGINX_ERROR_PAGE = `<!DOCTYPE html>
<html>
<head><title>Error</title></head>
<body><h1>An error occurred.</h1></body>
</html>
`

/** As nginx's own image: conf.d/default.conf, logs to stdout and stderr, user nginx (101). */
export async function finishNginx(root: string): Promise<void> {
  await refuseUnmerged(root)
  const etc = join(root, 'etc/nginx')
  for (const name of ['sites-available', 'sites-enabled', 'modules-enabled', 'modules-available', 'snippets']) {
    await rm(join(etc, name), { recursive: true, force: true })
  }
  await mkdir(join(etc, 'conf.d'), { recursive: true })
  await writeFile(join(etc, 'nginx.conf'), NGINX_CONF)
  await writeFile(join(etc, 'conf.d/default.conf'), NGINX_SERVER)
  const page = join(root, 'usr/share/nginx/html/50x.html')
  if (!existsSync(page)) await writeFile(page, NGINX_ERROR_PAGE)
  await mkdir(join(root, 'var/log/nginx'), { recursive: true })
  await symlink('/dev/stdout', join(root, 'var/log/nginx/access.log'))
  await symlink('/dev/stderr', join(root, 'var/log/nginx/error.log'))
  await writeFile(join(root, 'etc/passwd'), `${ROOT_USER}nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n`)
  await writeFile(join(root, 'etc/group'), 'root:x:0:\nnogroup:x:65534:\n')
  await appendFile(join(root, 'etc/passwd'), 'nginx:x:101:101:nginx user:/nonexistent:/bin/false\n')
  await appendFile(join(root, 'etc/group'), 'nginx:x:101:\n')
}

const ROOT_USER = 'root:x:0:0:root:/root:/bin/sh\n'

/** One program and a name for each of its applets, in /bin as upstream's image has them. */
export async function finishBusybox(root: string): Promise<void> {
  const program = join(root, 'bin/busybox')
  await mkdir(dirname(program), { recursive: true })
  if (!existsSync(program)) await rename(join(root, 'usr/bin/busybox'), program)
  for (const name of await readdir(root)) {
    if (name !== 'bin' && name !== 'usr') await rm(join(root, name), { recursive: true, force: true })
  }
  const applets = (await run(program, ['--list'])).split('\n').filter((name) => name !== '' && name !== 'busybox')
  for (const name of applets) await symlink('busybox', join(root, 'bin', name))
  await mkdir(join(root, 'etc'))
  await writeFile(join(root, 'etc/passwd'), `${ROOT_USER}nobody:x:65534:65534:nobody:/home:/bin/false\n`)
  await writeFile(join(root, 'etc/group'), 'root:x:0:\nnogroup:x:65534:\n')
  for (const name of ['root', 'home', 'var']) await mkdir(join(root, name))
  await mkdir(join(root, 'tmp'))
  await run('chmod', ['1777', join(root, 'tmp')])
}

/** The order of the book: its sections and their pages, and the sidebar made of those that exist. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

interface Section {
  readonly folder: string
  readonly ko: string
  readonly en: string
  /** Reading order; a page of the folder that is not named comes last, by name. */
  readonly pages: readonly string[]
}

export const SECTIONS: readonly Section[] = [
  { folder: 'start', ko: '시작하기', en: 'Start', pages: ['how-this-book-runs', 'lab', 'editor', 'yaml'] },
  {
    folder: 'foundations',
    ko: '컨테이너의 기초',
    en: 'Foundations',
    pages: ['containers', 'image-tools', 'kernel', 'crictl'],
  },
  {
    folder: 'install',
    ko: '설치',
    en: 'Install',
    pages: [
      'methods',
      'prepare',
      'containerd',
      'packages',
      'crio',
      'single-master',
      'kubeadm',
      'multi-master',
      'upgrade',
      'ansible',
      'windows',
      'libvirt',
    ],
  },
  {
    folder: 'architecture',
    ko: '구조',
    en: 'Architecture',
    pages: ['overview', 'control-plane', 'node', 'dns', 'network'],
  },
  {
    folder: 'kubectl',
    ko: 'kubectl',
    en: 'kubectl',
    pages: ['first-steps', 'create-and-apply', 'inspect', 'change', 'exec-cp-debug', 'run-and-expose'],
  },
  {
    folder: 'workloads',
    ko: '워크로드',
    en: 'Workloads',
    pages: [
      'pods',
      'probes',
      'replicasets',
      'deployments',
      'daemonsets',
      'jobs',
      'autoscaling',
      'labels',
      'scheduling',
      'maintenance',
    ],
  },
  {
    folder: 'services',
    ko: '서비스와 네트워크',
    en: 'Services',
    pages: ['services', 'endpoints', 'discovery', 'external-name', 'ingress'],
  },
  { folder: 'config', ko: '설정', en: 'Configuration', pages: ['configmaps', 'secrets'] },
  {
    folder: 'storage',
    ko: '저장소',
    en: 'Storage',
    pages: ['volumes', 'nfs', 'persistent-volumes', 'storage-classes'],
  },
  { folder: 'security', ko: '보안', en: 'Security', pages: ['contexts', 'users', 'rbac', 'service-accounts'] },
  {
    folder: 'operations',
    ko: '운영',
    en: 'Operations',
    pages: ['monitoring', 'etcd-backup', 'certificates', 'troubleshooting'],
  },
  { folder: 'beyond', ko: '더 나아가기', en: 'Beyond', pages: ['network-policy', 'helm', 'kustomize', 'crds'] },
  { folder: 'final', ko: '종합문제', en: 'Final problem', pages: ['problem', 'answers'] },
  {
    folder: 'reference',
    ko: '찾아보기',
    en: 'Reference',
    pages: ['grammar', 'cheatsheet', 'commands', 'errata', 'glossary'],
  },
]

/** Every page that the book has or will have, e.g. `storage/nfs`. */
export const PLANNED_PAGES: readonly string[] = SECTIONS.flatMap(({ folder, pages }) =>
  pages.map((page) => `${folder}/${page}`),
)

interface SidebarGroup {
  label: string
  translations: Record<string, string>
  items: { slug: string }[]
}

/** Starlight's sidebar of the pages that exist below `docs` (Korean root folder), in the book's order. */
export function sidebar(docs: string): SidebarGroup[] {
  return SECTIONS.map((section) => ({
    label: section.ko,
    translations: { en: section.en },
    items: orderedPages(section, pagesIn(join(docs, section.folder))).map((page) => ({
      slug: `${section.folder}/${page}`,
    })),
  })).filter((group) => group.items.length > 0)
}

/** Named pages first, in their order; then the others by name. */
export function orderedPages(section: Section, existing: readonly string[]): string[] {
  const named = section.pages.filter((page) => existing.includes(page))
  return [...named, ...existing.filter((page) => !named.includes(page)).toSorted()]
}

function pagesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => /\.mdx?$/u.test(name) && !name.startsWith('_'))
    .map((name) => name.replace(/\.mdx?$/u, ''))
}

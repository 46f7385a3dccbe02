/** The Astro configuration of the book, for a project folder: the repository, or a test's own small book. */
import { fileURLToPath } from 'node:url'
import mdx from '@astrojs/mdx'
import { satteri } from '@astrojs/markdown-satteri'
import starlight from '@astrojs/starlight'
import type { AstroIntegration, AstroUserConfig } from 'astro'
import { cardsPlugin } from './blocks/code-plugin.ts'
import { fencesPlugin } from './blocks/fences-plugin.ts'
import type { SiteMode } from './blocks/fences-plugin.ts'
import type { BlockRegistry } from './blocks/registry.ts'
import { tablesPlugin } from './blocks/tables.ts'
import { inlineCodePlugin } from './blocks/whole-words.ts'
import { setBookRoot } from './book.ts'
import { sidebar } from './sections.ts'
import { EARLY_SCRIPT } from './values/early.ts'

/** `root`: folder with content/docs and runbooks/evidence, ending in a slash. */
export function bookConfig(root: URL): AstroUserConfig {
  const registry: BlockRegistry = new Map()
  const mode: SiteMode = { dev: false }
  setBookRoot(fileURLToPath(root))
  return {
    root: fileURLToPath(root),
    // Only this srcDir works wholly with content at the top level: Starlight fixes `content/docs` below it.
    srcDir: fileURLToPath(root),
    publicDir: fileURLToPath(new URL('./public', import.meta.url)),
    trailingSlash: 'always',
    devToolbar: { enabled: false },
    markdown: {
      processor: satteri({
        mdastPlugins: [fencesPlugin(registry, mode)],
        hastPlugins: [inlineCodePlugin, tablesPlugin],
      }),
    },
    integrations: [modeIntegration(mode), starlight(starlightOptions(root, registry)), mdx()],
  }
}

/** Tells the Markdown plugin whether an author is watching. */
function modeIntegration(mode: SiteMode): AstroIntegration {
  return {
    name: 'kubernetes-101-mode',
    hooks: {
      'astro:config:setup': ({ command }) => {
        mode.dev = command === 'dev'
      },
    },
  }
}

function starlightOptions(root: URL, registry: BlockRegistry): Parameters<typeof starlight>[0] {
  return {
    title: { ko: '쿠버네티스 101', en: 'Kubernetes 101' },
    description: '실행되는 쿠버네티스 책 · the Kubernetes book that runs',
    defaultLocale: 'root',
    locales: { root: { label: '한국어', lang: 'ko' }, en: { label: 'English', lang: 'en' } },
    logo: { src: fileURLToPath(new URL('./assets/mark.svg', import.meta.url)), alt: '' },
    favicon: '/favicon.svg',
    sidebar: sidebar(fileURLToPath(new URL('content/docs', root))),
    customCss: ['theme', 'page', 'blocks', 'figures', 'landing', 'reference'].map((name) =>
      fileURLToPath(new URL(`./theme/${name}.css`, import.meta.url)),
    ),
    components: {
      PageTitle: fileURLToPath(new URL('./components/PageTitle.astro', import.meta.url)),
      Search: fileURLToPath(new URL('./components/Search.astro', import.meta.url)),
    },
    head: [{ tag: 'script', content: EARLY_SCRIPT }],
    lastUpdated: false,
    credits: false,
    expressiveCode: {
      plugins: [cardsPlugin(registry)],
      // What is shown and copied is the fence's bytes: no tab turned into spaces, no comment cut.
      tabWidth: 0,
      frames: { removeCommentsWhenCopyingTerminalFrames: false, extractFileNameFromCode: false },
      // A long command folds with a hanging indent; a file keeps its lines.
      defaultProps: { overridesByLang: { bash: { wrap: true, hangingIndent: 4 } } },
      themes: ['github-dark-default', 'github-light-default'],
      useStarlightUiThemeColors: true,
      styleOverrides: {
        borderWidth: '0',
        codePaddingBlock: '0.8rem',
        codePaddingInline: '0.9rem',
        codeLineHeight: '1.65',
      },
    },
  }
}

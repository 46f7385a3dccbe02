// The site's configuration; what it says is in src/site/config.ts, shared with the test's own small book.
import { defineConfig } from 'astro/config'
import { bookConfig } from './src/site/config.ts'

export default defineConfig(bookConfig(new URL('./', import.meta.url)))

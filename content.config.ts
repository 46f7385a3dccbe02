/** The two content collections that Starlight reads: the chapters and the site's translated words. */
import { defineCollection } from 'astro:content'
import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders'
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema'
import { z } from 'astro/zod'

export const collections = {
  // `runbook:` and `exercises:` are checked by src/chapter, with places and hints; here they only pass through.
  docs: defineCollection({
    loader: docsLoader(),
    schema: docsSchema({ extend: z.object({ runbook: z.unknown().optional(), exercises: z.unknown().optional() }) }),
  }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
}

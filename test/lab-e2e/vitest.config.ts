/** Tests that boot real machines: `npx vitest run --config test/lab-e2e/vitest.config.ts`; CI runs them, `npm test` does not. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'lab',
    include: ['test/lab-e2e/**/*.lab.ts'],
    testTimeout: 600_000,
    hookTimeout: 3_000_000,
    fileParallelism: false,
  },
})

/** Unit and real-part tests (`unit`), and the browser tests over the built site (`e2e`). */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Of tests that say they may run together.
    maxConcurrency: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/lab-e2e/**', 'test/fixtures/**'],
          testTimeout: 20_000,
          // Most of them wait, for hosts, timeouts and reboots: one after the other they leave two cores idle.
          maxWorkers: 3,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
})

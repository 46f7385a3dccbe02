/** `npm run ci:lab`: the part of CI that needs virtual machines. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EXIT, runMain } from '../src/errors/index.ts'
import { verifyInCi } from '../src/verify/index.ts'

await runMain(async () => {
  const checks = await verifyInCi(join(import.meta.dirname, '..'))
  const failures = checks.filter((check) => !check.passed).map((check) => `${check.name}: ${check.detail}`)
  const counts = { passed: checks.length - failures.length, failed: failures.length }
  const summary = process.env['K8S101_TEST_SUMMARY']
  if (summary !== undefined) writeFileSync(summary, JSON.stringify({ ...counts, failures }))
  for (const failure of failures) console.log(`✗ ${failure}`)
  console.log(`${counts.passed} passed, ${counts.failed} failed`)
  return counts.failed === 0 ? EXIT.done : EXIT.stepFailed
})

/** The JSON Schema of `--report json`, for whoever reads it. */

/** Path below the project's root. */
export const REPORT_SCHEMA = 'runbooks/report.schema.json'

const text = { type: 'string' }
const seconds = { type: 'number', minimum: 0 }

export function reportSchema(): Readonly<Record<string, unknown>> {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Report of one run of a runbook (--report json)',
    description: 'Made by `npm run extract` from src/runner/report-schema.ts.',
    ...closed(
      {
        schema: { const: 1 },
        runbook: text,
        exit: { enum: [0, 1, 2, 3, 4, 130], description: 'The exit status of the run: --help says what each means.' },
        seconds,
        date: { type: 'string', format: 'date-time' },
        items: { type: 'array', items: ITEM },
        exercises: {
          type: 'array',
          items: EXERCISE,
          description: 'With --exercises: each exercise of the page. With --exercise NAME: that one.',
        },
        isolation: ISOLATION,
      },
      ['exercises', 'isolation'],
    ),
  }
}

const FAILURE = closed(
  {
    host: text,
    reason: text,
    unknown: { type: 'boolean', description: 'Cut off in the middle: nobody knows what of it happened.' },
    difference: { type: 'string', description: 'What was expected (-) and what came (+).' },
  },
  ['difference'],
)

const HOST = closed({
  host: text,
  status: { enum: ['passed', 'already-done', 'failed', 'not-run'] },
  exit: { type: ['integer', 'null'], description: 'Of the script; null for a file and where nothing ran.' },
  startedAt: { type: 'string', format: 'date-time' },
  seconds,
  verdict: { enum: ['matched', 'mismatched', 'none'] },
  output: { type: 'string', description: 'As seen, masked, at most 8 KiB: head and tail.' },
  truncated: { type: 'boolean' },
})

const ITEM = closed(
  {
    id: { type: 'string', description: 'page/step' },
    notRun: { enum: ['distro', 'runtime', 'phase', 'limit'], description: 'Why it was not to run.' },
    seconds,
    hosts: { type: 'array', items: HOST, description: 'Empty where an earlier step failed.' },
    failures: { type: 'array', items: FAILURE },
  },
  ['notRun'],
)

const STAGE = closed(
  {
    part: { enum: ['setup', 'answer', 'check', 'wrong'] },
    missing: { type: 'array', items: text, description: 'What a check said is missing, by the ids of its messages.' },
  },
  ['missing'],
)

const EXERCISE = closed(
  {
    id: text,
    proven: { type: 'boolean', description: 'With --exercises: whether its check is worth something.' },
    done: {
      type: 'boolean',
      description: 'With --exercise NAME --check: whether nothing is missing; not there where the check is broken.',
    },
    reason: { type: 'string', description: 'Why it failed, or in words what is missing.' },
    stages: { type: 'array', items: STAGE },
  },
  ['proven', 'done', 'reason'],
)

const ISOLATION = {
  description: 'With isolation: namespace: whether the cluster is as it was before.',
  ...closed({
    compared: { type: 'integer', minimum: 0, description: 'How many objects were there before.' },
    left: { type: 'array', items: text, description: 'Left behind.' },
    gone: { type: 'array', items: text, description: 'There before, and gone.' },
  }),
}

function closed(properties: Readonly<Record<string, unknown>>, optional: readonly string[] = []) {
  const required = Object.keys(properties).filter((name) => !optional.includes(name))
  return { type: 'object', properties, required, additionalProperties: false }
}

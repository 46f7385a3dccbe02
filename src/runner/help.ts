/** `--help`. */
import type { Lang } from '../chapter/types.ts'
import type { Runbook } from '../runbook/types.ts'

export function helpText(runbook: Runbook, lang: Lang): string {
  const vars = runbook.vars.map((spec) => `  ${spec.name}: ${spec.meaning} (${spec.default ?? spec.from ?? ''})`)
  const exercises = (runbook.exercises ?? []).map(({ id, title }) => `  ${id}: ${title[lang]}`)
  return `${runbook.title[lang]}

npx zx runbooks/${runbook.id}.mjs [options]

Without --inventory it runs on the built-in lab (virtual machines on this computer), which it starts.

  --inventory FILE       run on your own machines (runbooks/inventory.example.yaml)
  --list                 the steps, and where each runs
  --dry-run              the plan, and how files on the hosts differ; changes nothing
  --only STEP[,STEP]     only these steps; --from STEP: from this one on
  --limit HOST[,HOST]    only on these hosts
  --fresh                the lab only: throw away what its machines hold, and start from what this runbook needs
  --resume               go on where the last run ended; takes over a step that is still running
  --rerun STEP           with --resume: start it again though nobody knows how it ended
  --mark-done STEP       with --resume: take it as done
  --status               what runs on the hosts now
  --verify               only the steps that check
  --cleanup              at the end, the steps that clean up (always in the lab)
  --exercise NAME        set up this exercise of the page; with --check: tell what is missing (exit 1) or that it
                         is done (exit 0); with --answer: do what the answer says
  --exercises            a whole run also proves every exercise: set up, answered wrongly, answered rightly, checked
  --var NAME=value       a variable's value
  --overwrite            replace files that hold something else (a copy is kept)
  --yes                  do not ask before the first change
  --report junit|json[=FILE]
  --evidence DIR         write the evidence there
  --lang ko|en  --no-color  --help

Exit status: 0 done, 1 a step failed, 2 wrong use, 3 a host is unreachable, 4 a step's outcome is unknown, 130 interrupted.
${listed('Variables', vars)}${listed('Exercises', exercises)}`
}

function listed(name: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `\n${name}:\n${lines.join('\n')}\n`
}

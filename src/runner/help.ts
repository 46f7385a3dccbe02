/** `--help`, in the language that is asked for. */
import type { Lang } from '../chapter/types.ts'
import type { Runbook } from '../runbook/types.ts'

/** What a runbook can be asked, its variables and its exercises; ends in a line break. */
export function helpText(runbook: Runbook, lang: Lang): string {
  const words = WORDS[lang]
  const vars = runbook.vars.map((spec) => {
    const meaning = spec.meanings?.[lang] ?? spec.meaning
    return `  ${spec.name}: ${meaning} (${spec.default ?? spec.from ?? ''})`
  })
  const exercises = (runbook.exercises ?? []).map(({ id, title }) => `  ${id}: ${title[lang]}`)
  return `${runbook.title[lang]}

npx zx runbooks/${runbook.id}.mjs [${words.options}]

${words.text}
${listed(words.variables, vars)}${listed(words.exercises, exercises)}`
}

function listed(name: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `\n${name}:\n${lines.join('\n')}\n`
}

const ENGLISH = `Without --inventory it runs on the built-in lab (virtual machines on this computer), which it starts.

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
                         write what happened, also to an exercise; without FILE: RUNBOOK.junit.xml or
                         RUNBOOK.report.json here
  --evidence DIR         write the evidence there
  --lang ko|en  --no-color  --help

Exit status: 0 done, 1 a step failed, 2 wrong use, 3 a host is unreachable, 4 a step's outcome is unknown,
130 interrupted, 129 the terminal or the reader of the output is gone.`

const KOREAN = `--inventory가 없으면 내장된 랩(이 컴퓨터의 가상 머신)에서 실행합니다. 랩이 없으면 띄웁니다.

  --inventory FILE       내 머신에서 실행합니다 (runbooks/inventory.example.yaml 참고)
  --list                 단계와 그 단계가 실행될 호스트를 보여 줍니다
  --dry-run              할 일과, 호스트의 파일이 어떻게 달라질지 보여 줍니다. 아무것도 바꾸지 않습니다
  --only STEP[,STEP]     이 단계만 실행합니다. --from STEP: 이 단계부터 실행합니다
  --limit HOST[,HOST]    이 호스트에서만 실행합니다
  --fresh                랩에서만: 머신에 있는 것을 버리고, 이 런북에 필요한 상태에서 시작합니다
  --resume               지난번에 끝난 곳에서 이어 갑니다. 아직 돌고 있는 단계는 넘겨받습니다
  --rerun STEP           --resume과 함께: 어떻게 끝났는지 알 수 없는 단계를 다시 시작합니다
  --mark-done STEP       --resume과 함께: 그 단계를 끝난 것으로 칩니다
  --status               지금 호스트에서 돌고 있는 것을 보여 줍니다
  --verify               확인하는 단계만 실행합니다
  --cleanup              끝에 정리하는 단계도 실행합니다 (랩에서는 언제나 실행합니다)
  --exercise NAME        이 연습 문제를 준비합니다. --check를 더하면 무엇이 모자란지(종료 코드 1), 다 되었는지(0)
                         알려 주고, --answer를 더하면 답대로 합니다
  --exercises            전체 실행에서 연습 문제도 모두 검증합니다: 준비, 틀린 답, 맞는 답, 확인
  --var NAME=value       변수의 값을 줍니다
  --overwrite            내용이 다른 파일도 바꿉니다 (원래 파일의 복사본을 남깁니다)
  --yes                  처음 바꾸기 전에 묻지 않습니다
  --report junit|json[=FILE]
                         있었던 일을 연습 문제의 확인까지 적습니다. FILE이 없으면 여기에 쓰고,
                         이름은 RUNBOOK.junit.xml이나 RUNBOOK.report.json입니다
  --evidence DIR         증거를 이 디렉터리에 씁니다
  --lang ko|en  --no-color  --help

종료 코드: 0 끝남, 1 단계 실패, 2 잘못된 사용, 3 호스트에 닿지 않음, 4 단계의 결과를 알 수 없음, 130 중단됨,
129 터미널이나 출력을 읽던 프로그램이 없어짐.`

const WORDS: Readonly<Record<Lang, Readonly<Record<'options' | 'text' | 'variables' | 'exercises', string>>>> = {
  en: { options: 'options', text: ENGLISH, variables: 'Variables', exercises: 'Exercises' },
  ko: { options: '옵션', text: KOREAN, variables: '변수', exercises: '연습 문제' },
}

/** The site's own words, in both languages: captions, evidence, the form. Starlight's are in content/i18n. */
import type { Lang, NorunCode } from '../chapter/types.ts'

export const WORDS = {
  ko: {
    ran: '실행됨',
    ranExitOnly: '종료 상태만 확인',
    alreadyDone: '이미 되어 있음',
    written: '파일로 씀',
    stale: '오래된 증거: 이 블록이나 앞의 블록이 그 뒤에 바뀌었습니다',
    failed: '실행했으나 실패함',
    untested: '시험하지 않음',
    expect: '이렇게 나오면 됩니다',
    expectContains: '이 글이 들어 있으면 됩니다',
    expectRegex: '이 정규식에 맞으면 됩니다',
    expectJson: '이 값들이 들어 있으면 됩니다',
    wildcard: '… 는 실행할 때마다 달라지는 부분입니다.',
    noOutput: '(출력 없음)',
    truncated: '가운데를 줄였습니다',
    exit: '종료 상태',
    exitExpected: (status: number) => `옳은 종료 상태: ${status}`,
    serial: '한 대씩 차례로',
    skippedIfThere: (path: string) => `이미 있으면 건너뜀: ${path}`,
    skippedIf: (test: string) => `건너뛰는 조건: ${test}`,
    again: (time: string) => `바로 되지 않으면 다시 (${time}까지)`,
    seconds: (count: number) => `${count}초`,
    fullMinutes: (count: number) => `${count}분`,
    setupFolded: '준비하는 명령 (답이 보일 수 있습니다)',
    tty: '터미널에서 키를 칩니다:',
    reboot: '호스트가 다시 시작됩니다',
    background: '끝까지 계속 실행됩니다: 다른 터미널에서',
    onlyOn: (names: string) => `${names}에만`,
    owner: (name: string) => `소유자 ${name}`,
    mode: (mode: string) => `권한 ${mode}`,
    block: '파일의 일부: 나머지 줄은 그대로 둡니다',
    anchor: (id: string) => `이 단계의 주소: ${id}`,
    remembers: (names: string) => `뒤에서 쓸 값: ${names}`,
    distribution: '배포판',
    runtime: '컨테이너 런타임',
    proven: '이 페이지의 명령은 실제로 실행되었습니다',
    provenStale: '이 페이지의 일부가 실행 뒤에 바뀌었습니다',
    provenFailed: '마지막 실행이 실패했습니다',
    provenNever: '이 페이지의 명령은 아직 실행 기록이 없습니다',
    provenBy: '직접 확인하기:',
    date: '실행한 날',
    environment: '환경',
    duration: '전체 시간',
    versions: '버전',
    minutes: (whole: number, rest: number) => `${whole}분 ${rest}초`,
    isolation: '클러스터',
    isolationClean: (objects: number) => `앞뒤의 객체 ${objects}개가 같음: 남긴 것이 없습니다`,
    blocks: '블록',
    blocksCount: (ran: number, not: number) => `실행 ${ran} · 실행 안 함 ${not}`,
    substitutions: (count: number) => `실험실이 바꾼 것 ${count}가지`,
    substitutionsWhy:
      '이 실행은 인터넷 없이 실험실에서 이루어졌습니다. 원래와 다른 점을, 그렇게 바꾼 코드가 스스로 적은 목록입니다.',
    part: { setup: '연습문제 준비', answer: '답', wrong: '틀린 답', check: '검사' },
    exerciseSetUp: '준비하기',
    exerciseCheck: '확인하기',
    exerciseProven: (wrongs: number) =>
      `검사를 시험했습니다: 준비한 뒤와 틀린 답 ${wrongs}가지 뒤에는 통과하지 못하고, 답 뒤에는 통과합니다`,
    exerciseStale: '오래된 증거: 이 연습문제나 앞의 블록이 그 뒤에 바뀌었습니다',
    faults: (count: number) => `고칠 것 ${count}가지`,
    valuesTitle: '내 값 넣기',
    valuesIntro:
      '여기에 값을 적으면 아래 블록과 복사 단추에 바로 들어갑니다. 값은 이 브라우저에만 남고, 비밀 값은 남지도 않습니다.',
    valuesReset: '모두 지우기',
    valueDefault: (value: string) => `기본값 ${value}`,
    valueFrom: (from: string) => `실행할 때는 인벤토리의 ${from}에서 옵니다`,
    valueCaptured: '위의 단계가 출력하는 값을 붙여 넣습니다. 단계:',
    valueSecret: '비밀: 저장하지 않습니다',
  },
  en: {
    ran: 'ran',
    ranExitOnly: 'exit status only',
    alreadyDone: 'already done',
    written: 'written',
    stale: 'stale evidence: this block, or one before it, has changed since',
    failed: 'ran and failed',
    untested: 'not tested',
    expect: 'You should see',
    expectContains: 'The output should contain',
    expectRegex: 'The output should match',
    expectJson: 'The output should hold these values',
    wildcard: '… stands for what differs from run to run.',
    noOutput: '(no output)',
    truncated: 'middle left out',
    exit: 'exit status',
    exitExpected: (status: number) => `exit status ${status} is the right answer`,
    serial: 'one after the other',
    skippedIfThere: (path: string) => `skipped where there is ${path}`,
    skippedIf: (test: string) => `skipped where this holds: ${test}`,
    again: (time: string) => `not yet? run it again (for up to ${time})`,
    seconds: (count: number) => `${count}\u00A0s`,
    fullMinutes: (count: number) => `${count}\u00A0min`,
    setupFolded: 'The commands that set it up (they may give the answer away)',
    tty: 'type on its terminal:',
    reboot: 'the host restarts',
    background: 'keeps running: in a terminal of its own',
    onlyOn: (names: string) => `${names} only`,
    owner: (name: string) => `owned by ${name}`,
    mode: (mode: string) => `mode ${mode}`,
    block: 'a part of the file: its other lines stay',
    anchor: (id: string) => `Link to this step: ${id}`,
    remembers: (names: string) => `used later: ${names}`,
    distribution: 'Distribution',
    runtime: 'Container runtime',
    proven: 'The commands on this page were run for real',
    provenStale: 'Part of this page has changed since it was run',
    provenFailed: 'The last run failed',
    provenNever: 'There is no record yet of a run of these commands',
    provenBy: 'See for yourself:',
    date: 'Run on',
    environment: 'Environment',
    duration: 'Whole run',
    versions: 'Versions',
    minutes: (whole: number, rest: number) => `${whole} min ${rest} s`,
    isolation: 'Cluster',
    isolationClean: (objects: number) => `as before: ${objects} objects compared, nothing left behind`,
    blocks: 'Blocks',
    blocksCount: (ran: number, not: number) => `${ran} run · ${not} not run`,
    substitutions: (count: number) => `${count} ${count === 1 ? 'thing' : 'things'} that the lab replaces`,
    substitutionsWhy:
      'This run took place in the lab, without internet. The list says what differs from the real thing; the code that made each change wrote its line.',
    part: { setup: 'sets the exercise up', answer: 'answer', wrong: 'a wrong answer', check: 'check' },
    exerciseSetUp: 'Set it up',
    exerciseCheck: 'Check your work',
    exerciseProven: (wrongs: number) =>
      `the check was tested: it fails after the setup and after ${wrongs} wrong ${wrongs === 1 ? 'answer' : 'answers'}, and passes after the answer`,
    exerciseStale: 'stale evidence: this exercise, or a block before it, has changed since',
    faults: (count: number) => `${count} ${count === 1 ? 'thing' : 'things'} to mend`,
    valuesTitle: 'Use your own values',
    valuesIntro:
      'What you type here goes straight into the blocks below and their copy buttons. It stays in this browser; secrets are not kept at all.',
    valuesReset: 'Clear all',
    valueDefault: (value: string) => `default ${value}`,
    valueFrom: (from: string) => `a run takes it from the inventory: ${from}`,
    valueCaptured: 'Paste what this step gives:',
    valueSecret: 'a secret: not kept',
  },
} as const

/** Why a block is shown and never executed, in the reader's language. */
export const NORUN_REASONS: Readonly<Record<Lang, Readonly<Record<NorunCode, string>>>> = {
  ko: {
    windows: 'Windows에서만 되는 명령이라 실험실에서 실행하지 않습니다',
    internet: '인터넷이 있어야 해서 실험실에서 실행하지 않습니다',
    hardware: '특별한 하드웨어가 있어야 해서 실험실에서 실행하지 않습니다',
    illustration: '생김새를 보여 주는 예라서 실행하지 않습니다',
    'control-machine': '런북을 돌리는 여러분의 컴퓨터에서 칠 명령입니다',
    interactive: '사람이 보면서 쓰는 명령이라 자동으로 실행하지 않습니다',
  },
  en: {
    windows: 'works on Windows only, so the lab does not run it',
    internet: 'needs the internet, so the lab does not run it',
    hardware: 'needs special hardware, so the lab does not run it',
    illustration: 'shown as an illustration, not executed',
    'control-machine': 'for your own computer, the one that runs the runbooks',
    interactive: 'for a person who watches, so nothing runs it automatically',
  },
}

/** Why a block that could run has no evidence. */
export const UNTESTED_REASONS = {
  ko: {
    rhel: '실험실에는 RHEL 계열이 없습니다',
    crio: 'CRI-O로 돌린 실행 기록이 없습니다',
    never: '실행 기록이 아직 없습니다',
  },
  en: {
    rhel: 'the lab has no RHEL family machine',
    crio: 'there is no run with CRI-O on record',
    never: 'no run on record yet',
  },
} as const

/** Where a block runs, as a caption: `master에서`, `on master`. */
export function whereWords(on: string, lang: Lang): string {
  const known = PLACES[lang][on]
  if (known !== undefined) return known
  // The book's machines are called so: node[0] is node1.
  const indexed = /^(\w+)\[(\d+)\]$/u.exec(on)
  const place = indexed === null ? on : `${indexed[1]}${Number(indexed[2]) + 1}`
  return lang === 'ko' ? `${place}에서` : `on ${place}`
}

const PLACES: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  ko: {
    master: 'master에서',
    'master[0]': '첫 master에서',
    node: '워커 노드마다',
    all: '모든 노드에서',
    every: '모든 머신에서',
    utility: 'utility에서',
  },
  en: {
    master: 'on master',
    'master[0]': 'on the first master',
    node: 'on each worker node',
    all: 'on all nodes',
    every: 'on every machine',
    utility: 'on utility',
  },
}

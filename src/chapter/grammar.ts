/** The grammar of fence meta as data: the parser and the reference page both read this table. */
import { DISTROS, EXERCISE_PARTS, NORUN_CODES, RUNTIMES } from './types.ts'
import type { Lang } from './types.ts'

/** What a fence is, told by the one of these keys that it has. */
export const KIND_KEYS = ['step', 'norun', 'file', 'expect'] as const
export type KindKey = (typeof KIND_KEYS)[number]

export type ValueKind =
  | {
      readonly type:
        'id' | 'hosts' | 'path' | 'names' | 'command' | 'text' | 'duration' | 'status' | 'mode' | 'regex' | 'keys'
    }
  | { readonly type: 'choice'; readonly of: readonly string[] }

export interface GrammarKey {
  readonly key: string
  /** The kinds of fence that may have it. */
  readonly on: readonly KindKey[]
  readonly value: ValueKind
  readonly example: string
  readonly meaning: Readonly<Record<Lang, string>>
}

/** Languages that a fence may have. A shell block is `bash` and nothing else. */
export const LANGUAGES = [
  'bash',
  'text',
  'yaml',
  'json',
  'toml',
  'ini',
  'diff',
  'dockerfile',
  'go',
  'powershell',
  'mermaid',
] as const

/** What people write for `bash`. */
export const SHELL_ALIASES: readonly string[] = [
  'sh',
  'shell',
  'console',
  'zsh',
  'shellscript',
  'shellsession',
  'terminal',
]

/** Words of Expressive Code, which pass through untouched. */
export const EXPRESSIVE_CODE_KEYS: readonly string[] = [
  'title',
  'frame',
  'lang',
  'mark',
  'ins',
  'del',
  'collapse',
  'wrap',
  'preserveIndent',
  'hangingIndent',
  'showLineNumbers',
  'startLineNumber',
]

const VARIANT_KEYS: readonly KindKey[] = ['step', 'file', 'expect', 'norun']

export const GRAMMAR: readonly GrammarKey[] = [
  {
    key: 'step',
    on: ['step'],
    value: { type: 'id' },
    example: 'step="init"',
    meaning: {
      ko: '이 이름의 단계로 실행합니다. 이름은 페이지 안에서 하나뿐입니다',
      en: 'run as the step of this name, unique on the page',
    },
  },
  {
    key: 'norun',
    on: ['norun'],
    value: { type: 'choice', of: NORUN_CODES },
    example: 'norun="windows"',
    meaning: { ko: '보여 주기만 하고 실행하지 않는 이유', en: 'shown, never run, for this reason' },
  },
  {
    key: 'file',
    on: ['file'],
    value: { type: 'path' },
    example: 'file="/etc/modules-load.d/k8s.conf"',
    meaning: { ko: '본문을 이 경로의 파일로 씁니다', en: 'the text is written to this path' },
  },
  {
    key: 'expect',
    on: ['expect'],
    value: { type: 'id' },
    example: 'expect="init"',
    meaning: { ko: '그 단계가 표준 출력에 내야 하는 내용', en: 'what that step must print on stdout' },
  },
  {
    key: 'on',
    on: ['step', 'file'],
    value: { type: 'hosts' },
    example: 'on="node"',
    meaning: { ko: '실행할 호스트', en: 'which hosts: a role, role[0], a host, all or every' },
  },
  {
    key: 'order',
    on: ['step'],
    value: { type: 'choice', of: ['parallel', 'serial'] },
    example: 'order="serial"',
    meaning: { ko: '호스트를 한꺼번에 또는 하나씩', en: 'all hosts at once, or one after another' },
  },
  {
    key: 'mode',
    on: ['file'],
    value: { type: 'mode' },
    example: 'mode="0644"',
    meaning: { ko: '파일 권한', en: 'permission bits of the file' },
  },
  {
    key: 'write',
    on: ['file'],
    value: { type: 'choice', of: ['block'] },
    example: 'write="block"',
    meaning: {
      ko: '파일 전체가 아니라, 표시한 주석 두 줄 사이의 부분만 씁니다',
      en: 'only a part of the file, between two marked comment lines; the rest has other owners',
    },
  },
  {
    key: 'subst',
    on: ['file'],
    value: { type: 'names' },
    example: 'subst="MASTER_IP"',
    meaning: {
      ko: '본문에서 ${이름}을 값으로 바꿀 변수',
      en: 'variables that are replaced where the text has ${NAME}',
    },
  },
  {
    key: 'match',
    on: ['expect'],
    value: { type: 'choice', of: ['exact', 'contains', 'regex', 'json'] },
    example: 'match="contains"',
    meaning: {
      ko: '출력을 비교하는 방법. 기본은 exact이고 …를 쓸 수 있습니다',
      en: 'how the output is compared; exact (with …) by default',
    },
  },
  {
    key: 'exit',
    on: ['step'],
    value: { type: 'status' },
    example: 'exit="1"',
    meaning: { ko: '올바른 종료 상태 (기본 0)', en: 'the exit status that is right; 0 by default' },
  },
  {
    key: 'retry',
    on: ['step'],
    value: { type: 'duration' },
    example: 'retry="90s"',
    meaning: {
      ko: '성공하고 출력이 맞을 때까지 다시 합니다. 이 시간까지만 합니다',
      en: 'again until it succeeds and matches, this long at most',
    },
  },
  {
    key: 'timeout',
    on: ['step'],
    value: { type: 'duration' },
    example: 'timeout="10m"',
    meaning: { ko: '이 시간이 지나면 끝냅니다 (기본 2분)', en: 'killed past this; 2m by default' },
  },
  {
    key: 'creates',
    on: ['step'],
    value: { type: 'path' },
    example: 'creates="/etc/kubernetes/admin.conf"',
    meaning: { ko: '이 파일이 있으면 이미 끝난 단계', en: 'already done where this file exists' },
  },
  {
    key: 'unless',
    on: ['step'],
    value: { type: 'command' },
    example: 'unless="systemctl is-active --quiet kubelet"',
    meaning: { ko: '이 명령이 성공하면 이미 끝난 단계', en: 'already done where this command succeeds' },
  },
  {
    key: 'idempotent',
    on: ['step'],
    value: { type: 'choice', of: ['yes'] },
    example: 'idempotent="yes"',
    meaning: { ko: '다시 실행해도 바뀌는 것이 없음', en: 'running it again changes nothing' },
  },
  {
    key: 'capture',
    on: ['step'],
    value: { type: 'names' },
    example: 'capture="CA_HASH"',
    meaning: {
      ko: '이 블록이 정한 변수를 다음 단계로 넘깁니다',
      en: 'variables this block assigns are carried to later steps',
    },
  },
  {
    key: 'secret',
    on: ['step'],
    value: { type: 'names' },
    example: 'secret="TOKEN"',
    meaning: {
      ko: '넘기되 가리고 저장하지 않는 변수',
      en: 'carried like a capture, masked everywhere, stored nowhere',
    },
  },
  {
    key: 'background',
    on: ['step'],
    value: { type: 'id' },
    example: 'background="forward"',
    meaning: {
      ko: '런북이 끝날 때까지(정리 단계 앞까지) 계속 실행되는 단계. 이어서 할 때에는 다시 시작합니다',
      en: 'keeps running until the runbook ends (its cleanup begins); started again by a resumed run',
    },
  },
  {
    key: 'ready',
    on: ['step'],
    value: { type: 'regex' },
    example: 'ready="Forwarding from"',
    meaning: {
      ko: '백그라운드 단계의 출력이 timeout 안에 이 정규식에 맞으면 다음으로 넘어갑니다',
      en: 'the output of a background step that says it is ready, as a regular expression; within its timeout',
    },
  },
  {
    key: 'tty',
    on: ['step'],
    value: { type: 'keys' },
    example: `tty="until '# ' 'nginx -v' Enter until 'nginx version' C-d"`,
    meaning: {
      ko: '단계를 터미널에서 실행하고 이 키를 칩니다: 따옴표 안의 글, 키의 이름, `until` 뒤에는 나올 때까지 기다릴 글 (30초까지)',
      en: 'runs on a terminal, where this is typed: texts in quotes, names of keys, and after `until` a text to wait for (30 s at most)',
    },
  },
  {
    key: 'reboot',
    on: ['step'],
    value: { type: 'duration' },
    example: 'reboot="5m"',
    meaning: {
      ko: '호스트가 꺼졌다가 이 시간 안에 새 부팅 ID로 돌아와야 합니다',
      en: 'takes its host down, which must be back with a new boot id within this time',
    },
  },
  {
    key: 'phase',
    on: ['step'],
    value: { type: 'choice', of: ['run', 'verify', 'cleanup'] },
    example: 'phase="verify"',
    meaning: {
      ko: '확인 단계는 따로도 실행합니다. 정리 단계는 성공한 뒤에 실행합니다',
      en: 'verify steps also run alone; cleanup runs after success',
    },
  },
  {
    key: 'distro',
    on: VARIANT_KEYS,
    value: { type: 'choice', of: DISTROS },
    example: 'distro="debian"',
    meaning: { ko: '이 배포판에서만', en: 'only on hosts of this distribution' },
  },
  {
    key: 'runtime',
    on: VARIANT_KEYS,
    value: { type: 'choice', of: RUNTIMES },
    example: 'runtime="containerd"',
    meaning: { ko: '이 컨테이너 런타임에서만', en: 'only on hosts with this container runtime' },
  },
  {
    key: 'exercise',
    on: ['step', 'file'],
    value: { type: 'id' },
    example: 'exercise="scale-up"',
    meaning: {
      ko: '연습문제의 블록: 보통 실행에는 들어가지 않고 `--exercise`로 실행합니다',
      en: 'part of this exercise: not in an ordinary run, but with `--exercise`',
    },
  },
  {
    key: 'part',
    on: ['step', 'file'],
    value: { type: 'choice', of: EXERCISE_PARTS },
    example: 'part="check"',
    meaning: {
      ko: '연습문제의 준비, 답, 틀린 답(블록마다 하나), 읽기만 하는 검사',
      en: 'the exercise’s setup, answer, a wrong answer (one in a block), or its check, which only reads',
    },
  },
]

const BY_KEY: ReadonlyMap<string, GrammarKey> = new Map(GRAMMAR.map((entry) => [entry.key, entry]))

export function grammarKey(key: string): GrammarKey | undefined {
  return BY_KEY.get(key)
}

/** The reference page of the fence grammar, made from the table that the parser uses, so that it cannot drift. */
import { EXPRESSIVE_CODE_KEYS, GRAMMAR, LANGUAGES } from './grammar.ts'
import type { GrammarKey, KindKey, ValueKind } from './grammar.ts'
import type { Lang } from './types.ts'

/** Path below content/docs, without language and extension. */
export const GRAMMAR_PAGE = 'reference/grammar'

const WORDS = {
  ko: {
    title: '코드 블록의 문법',
    description: '이 책의 코드 블록에 쓸 수 있는 키와 값, 그리고 그 뜻입니다.',
    made: '파서가 쓰는 표에서 `npm run extract`가 만든 페이지입니다. 고치려면 `src/chapter/grammar.ts`를 고칩니다.',
    head: '블록의 첫 줄에는 언어와 `키="값"`을 씁니다. 값은 큰따옴표나 작은따옴표로 감싸고, 안에서 이스케이프하지 않습니다. 모르는 키, 두 번 쓴 키, 잘못된 값은 `파일:줄:칸`과 함께 모두 한꺼번에 알려 줍니다.',
    kinds: '블록의 종류',
    kindsText:
      '`step`, `norun`, `file`, `expect` 가운데 하나가 블록의 종류를 정합니다. `bash` 블록에는 `step`, `norun`, `file` 가운데 꼭 하나가 있어야 합니다. 그림을 그리는 `mermaid`를 빼고, 종류가 없는 블록은 오류입니다.',
    keys: '키',
    columns: ['키', '쓸 수 있는 블록', '값', '뜻', '예'],
    languages: '언어',
    through: '그대로 지나가는 키',
    throughText: '아래의 키는 코드의 겉모습을 정하는 Expressive Code의 것이고, 실행과는 상관이 없습니다.',
    values: {
      id: '이름',
      hosts: '역할, `역할[0]`, 호스트, `all`, `every`',
      path: '경로',
      names: '변수 이름, 쉼표로 여럿',
      command: '명령',
      text: '글',
      duration: '시간 (`90s`, `10m`)',
      status: '0–255',
      mode: '8진수 권한 (`0644`)',
      regex: '정규식',
      keys: '글과 키, `until`',
    },
  },
  en: {
    title: 'Grammar of code blocks',
    description: 'The keys and values that a code block of this book may have, and what they mean.',
    made: 'Made by `npm run extract` from the table that the parser uses. To change it, change `src/chapter/grammar.ts`.',
    head: 'The first line of a block has the language and `key="value"`. Values stand in double or single quotes, without escapes inside. Unknown keys, keys given twice and wrong values are all reported at once, with `file:line:column`.',
    kinds: 'Kinds of block',
    kindsText:
      'One of `step`, `norun`, `file` and `expect` says what a block is. A `bash` block has exactly one of `step`, `norun` and `file`. A block without a kind is an error, except `mermaid`, which is a picture.',
    keys: 'Keys',
    columns: ['key', 'on', 'value', 'meaning', 'example'],
    languages: 'Languages',
    through: 'Keys that pass through',
    throughText: 'These belong to Expressive Code and say how code looks. They have nothing to do with running it.',
    values: {
      id: 'a name',
      hosts: 'a role, `role[0]`, a host, `all`, `every`',
      path: 'a path',
      names: 'names of variables, with commas',
      command: 'a command',
      text: 'text',
      duration: 'a time (`90s`, `10m`)',
      status: '0–255',
      mode: 'permission bits (`0644`)',
      regex: 'a regular expression',
      keys: 'texts, keys, `until`',
    },
  },
} as const

/** The whole MDX page, ending in a newline. */
export function grammarPage(lang: Lang): string {
  const words = WORDS[lang]
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    `---\ntitle: ${words.title}\ndescription: ${words.description}\n---`,
    words.head,
    `:::note\n${words.made}\n:::`,
    `## ${words.kinds}`,
    words.kindsText,
    `## ${words.keys}`,
    [row(words.columns), row(words.columns.map(() => '---')), ...GRAMMAR.map((key) => row(cellsOf(key, lang)))].join(
      '\n',
    ),
    `## ${words.languages}`,
    LANGUAGES.map(code).join(', '),
    `## ${words.through}`,
    `${words.throughText}\n\n${EXPRESSIVE_CODE_KEYS.map(code).join(', ')}`,
  ]
    .join('\n\n')
    .concat('\n')
}

function cellsOf({ key, on, value, meaning, example }: GrammarKey, lang: Lang): string[] {
  return [
    code(key),
    on.map((kind: KindKey) => code(kind)).join(', '),
    valueWords(value, lang),
    plain(meaning[lang]),
    code(example),
  ]
}

function valueWords(value: ValueKind, lang: Lang): string {
  return value.type === 'choice' ? value.of.map(code).join(', ') : WORDS[lang].values[value.type]
}

function code(text: string): string {
  return `\`${text}\``
}

/** MDX would take a brace for the begin of an expression and an angle bracket for that of an element. */
function plain(text: string): string {
  return text.replaceAll(/[{}<|]/gu, (character) => `\\${character}`)
}

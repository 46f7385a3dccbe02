/** Korean particles, as far as it takes to see that a word is a noun and nothing more. Pure. */

const PARTICLES =
  '은|는|이|가|을|를|의|에|에서|에게|께|로|으로|와|과|도|만|나|이나|들|까지|부터|보다|처럼|마다|라|이라|라면|이라면|라고|이라고|라는|이라는|입니다|입니까|인|이고|이며|하고|뿐|조차|서|써'

const ENDING = new RegExp(`^(?:${PARTICLES})+$`, 'u')

/** True for what may follow a noun without a blank: 를, 에서는, 들까지. */
export function isParticles(text: string): boolean {
  return ENDING.test(text)
}

/** A noun of the dictionary that ends as the given one does (vowel, ㄹ, other consonant) and takes 하다 and 되다. */
function modelNoun(noun: string): string {
  const final = ((noun.codePointAt(noun.length - 1) ?? 0) - 0xac00) % 28
  return final === 0 ? '정리' : final === 8 ? '배달' : '사용'
}

/**
 * Other words that are right when this one is, as the dictionary has them: a listed noun as a model noun (스왑이라면,
 * 사용이라면), 씩 as 들 (하나씩을, 하나들을), 뿐 left out (하나뿐입니다, 하나입니다), a verb before 지다 alone (만들어집니다, 만들어).
 */
export function alike(word: string, nouns: readonly string[]): string[] {
  const models = nouns.filter((noun) => word.startsWith(noun)).map((noun) => modelNoun(noun) + word.slice(noun.length))
  const counted = /.[씩뿐]/u.test(word) ? [word.replace(/(?<=.)씩/u, '들').replace(/(?<=.)뿐/u, '')] : []
  const become = /^(.+?)[지집진져질졌][가-힣]*$/u.exec(word)?.[1]
  return [...models, ...counted, ...(become === undefined ? [] : [become])]
}

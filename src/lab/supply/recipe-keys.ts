/** Cache keys and order of recipes: a recipe's key holds the keys of all that it needs. */
import { UserError } from '../../errors/index.ts'
import { digest } from '../cache.ts'
import type { Recipe } from './types.ts'

export interface KeyedRecipe {
  readonly recipe: Recipe
  /** sha256 (hex). */
  readonly key: string
}

/**
 * `wanted` and all that they need, each after its needs.
 * @throws UserError on a name that no recipe has.
 */
export function keyRecipes(recipes: readonly Recipe[], wanted: readonly string[]): Map<string, KeyedRecipe> {
  const byName = new Map(recipes.map((recipe) => [recipe.name, recipe]))
  const keyed = new Map<string, KeyedRecipe>()
  const visit = (name: string, path: readonly string[]): string => {
    const done = keyed.get(name)
    if (done !== undefined) return done.key
    const recipe = byName.get(name)
    if (recipe === undefined) throw unknownRecipe(name, recipes)
    if (path.includes(name)) throw new Error(`recipes need each other: ${[...path, name].join(' -> ')}`)
    const needs = recipe.needs.map((need) => visit(need, [...path, name]))
    const key = digest({ name, version: recipe.version, inputs: recipe.inputs, needs })
    keyed.set(name, { recipe, key })
    return key
  }
  for (const name of wanted) visit(name, [])
  return keyed
}

function unknownRecipe(name: string, recipes: readonly Recipe[]): UserError {
  const known = recipes.map((recipe) => recipe.name).join(', ')
  return new UserError(`the lab has no artefact ${JSON.stringify(name)}`, `It can make: ${known}.`)
}

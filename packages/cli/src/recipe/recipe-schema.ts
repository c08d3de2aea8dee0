import { Recipe } from './document.js';
import { type JsonSchema, jsonSchemaOf } from './schema.js';

/** The format of recipes as a JSON Schema; `docs/recipe.schema.json` is its text. */
export const recipeSchema: JsonSchema = jsonSchemaOf(Recipe, {
  title: 'Millrace import recipe',
  description: 'How the rows of CSV files become commands. docs/recipes.md explains it.',
});

/** The millrace command, callable: for programs that wrap it, and its tests. */
export { EXIT, exitOf, type Failure } from './failure.js';
export { type Io, processIo } from './io.js';
export { runCli } from './program.js';
export { Recipe } from './recipe/document.js';
export { recipeSchema } from './recipe/recipe-schema.js';
export type { JsonSchema } from './recipe/schema.js';
export type { Template } from './recipe/template-codec.js';
export { type Language, languageOf, textsOf } from './texts/index.js';
export { sayFailure } from './texts/say.js';
export type { Texts } from './texts/texts.js';

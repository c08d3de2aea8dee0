/** The millrace command, callable: for programs that wrap it, and its tests. */
export { EXIT, exitOf, type Failure } from './failure.js';
export { type Io, processIo } from './io.js';
export { runCli } from './program.js';
export { Recipe, type Template } from './recipe/document.js';
export { type JsonSchema, jsonSchemaOf } from './recipe/schema.js';

export { anyTailoringMutant, type TailoringMutant, type TailoringMutation } from './mutants.js';
export { united } from './process.js';
export { anyTailoring } from './tailoring.js';
export { anyTemplate } from './template.js';

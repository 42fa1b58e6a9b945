/** Models: what is released, in words and pictures; how two versions differ; what stands against a release. What other features may call. */
export { checkDraft } from './check/check-draft.ts';
export { checkFiles, type LocatedFinding } from './check/check-files.ts';
export { sayNoAnswer, sayTableFault } from './check/engine-words.ts';
export { type Example, exampleFor } from './check/example-for.ts';
export { codeWords } from './diff/code-words.ts';
export { diffFiles, type FilesDiff } from './diff/diff-files.ts';
export type { ChangeClass, Difference, FilePair, Words } from './diff/difference.ts';
export { type Explanation, explainDecision, type Loser } from './explain-decision.ts';
export { type Imported, importBpmn, type Look, lookAtBpmn } from './import/import-bpmn.ts';
export { importDmn, importForm } from './import/import-files.ts';
export { findFields, findProcess } from './read-released.ts';
export { camel, isSpoken, kebab, prefixOf } from './spoken-ids.ts';
export { whereUsed } from './where-used/where-used.ts';
export { listWithheld, type Withheld } from './withheld.ts';

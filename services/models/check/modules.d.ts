/** The parts of bpmn-io's libraries that are used here; they carry no types for their entry points. */
declare module 'bpmn-moddle' {
  import type { ModelNode } from './model-node.ts';
  export class BpmnModdle {
    constructor(packages: Record<string, unknown>);
    fromXML(xml: string): Promise<{ rootElement: ModelNode; warnings: { message: string }[] }>;
  }
}

declare module 'bpmnlint' {
  import type { RuleFactory } from './define-rule.ts';
  import type { ModelNode } from './model-node.ts';
  export type Config = { extends?: string[]; rules?: Record<string, unknown> };
  export type Resolver = {
    resolveRule(pkg: string, name: string): RuleFactory;
    resolveConfig(pkg: string, name: string): Config;
  };
  type Report = { id?: string; message: string; category: 'error' | 'warn' | 'info' | 'rule-error' };
  export class Linter {
    constructor(options: { config: Config; resolver: Resolver });
    lint(root: ModelNode): Promise<Record<string, Report[]>>;
  }
}

declare module 'bpmnlint/lib/resolver/node-resolver.js' {
  import type { Resolver } from 'bpmnlint';

  const NodeResolver: new (options: { require: NodeJS.Require }) => Resolver;
  export default NodeResolver;
}

declare module 'bpmnlint-plugin-camunda-compat' {
  import type { Config } from 'bpmnlint';

  const plugin: { configs: Record<string, Config> };
  export default plugin;
}

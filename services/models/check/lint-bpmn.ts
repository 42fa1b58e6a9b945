import { createRequire } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';
import { type Config, Linter, type Resolver } from 'bpmnlint';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js';
import camundaCompat from 'bpmnlint-plugin-camunda-compat';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };
import { asFactory } from './define-rule.ts';
import type { Finding } from './finding.ts';
import { inGerman } from './in-german.ts';
import { rules } from './rules/index.ts';

const own = 'bpmnlint-plugin-lotse';
const compat = 'bpmnlint-plugin-camunda-compat';

/** Rule sets by package and name. bpmnlint's own are found by its resolver. */
const configs: Record<string, Record<string, Config>> = {
  [own]: { recommended: { rules: Object.fromEntries(rules.map(({ name, severity }) => [name, severity === 'error' ? 'error' : 'warn'])) } },
  [compat]: camundaCompat.configs,
};

/** Rules of others are found from this file, wherever the process was started; ours are given directly. */
const createResolver = (): Resolver => {
  const others = new NodeResolver({ require: createRequire(import.meta.url) });
  return {
    resolveRule(pkg, name) {
      const rule = pkg === own ? rules.find((each) => each.name === name) : undefined;
      return rule ? asFactory(rule) : others.resolveRule(pkg, name);
    },
    resolveConfig: (pkg, name) => configs[pkg]?.[name] ?? others.resolveConfig(pkg, name),
  };
};

const config: Config = {
  extends: ['bpmnlint:recommended', 'plugin:camunda-compat/camunda-cloud-8-5', 'plugin:lotse/recommended'],
  // A join that is only drawn runs its activity once for every way in: a letter would go out twice.
  rules: { 'fake-join': 'error' },
};

/** All findings about a BPMN text that the strict parser (engine/deployment/read-xml.ts) has accepted. A text that is no BPMN is one finding. */
export const lintModel = async (xml: string): Promise<Finding[]> => {
  let parsed: Awaited<ReturnType<BpmnModdle['fromXML']>>;
  try {
    parsed = await new BpmnModdle({ zeebe }).fromXML(xml);
  } catch (error) {
    return [
      { severity: 'error', elementId: '', rule: 'bpmn', message: `Das ist kein lesbares BPMN-Modell (${(error as Error).message}).` },
    ];
  }
  const reports = await new Linter({ config, resolver: createResolver() }).lint(parsed.rootElement);
  const unread: Finding[] = parsed.warnings.map(({ message }) => ({
    severity: 'error',
    elementId: '',
    rule: 'bpmn',
    message: `Ein Teil des Modells ist nicht zu lesen (${message}).`,
  }));
  // A rule that met what it does not know says so in the words of its program.
  const failed = Object.values(reports).some((found) => found.some(({ category }) => category === 'rule-error'));
  if (failed) {
    unread.push({
      severity: 'error',
      elementId: '',
      rule: 'bpmn',
      message: 'Das Modell konnte nicht geprüft werden: Es enthält etwas, womit die Prüfregeln nicht rechnen.',
    });
  }
  const findings = Object.entries(reports).flatMap(([rule, found]) =>
    found
      .filter(({ category }) => category !== 'rule-error')
      .map(
        ({ id, message, category }): Finding => ({
          severity: category === 'warn' || category === 'info' ? 'warning' : 'error',
          elementId: id ?? '',
          rule: rule.replace(/^lotse\//, ''),
          message: rule.startsWith('lotse/') ? message : inGerman(rule, message),
        }),
      ),
  );
  return [...unread, ...findings].toSorted(
    (a, b) => a.severity.localeCompare(b.severity) || a.elementId.localeCompare(b.elementId) || a.rule.localeCompare(b.rule),
  );
};

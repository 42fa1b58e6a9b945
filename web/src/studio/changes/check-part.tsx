import type { Change, Checked, Finding } from '../../../../services/studio/changes/answers.ts';
import { filePath } from '../../paths.ts';
import { useFileName } from '../file-name.ts';
import { RuleLink } from '../rules/rule-link.tsx';
import { Part } from './part.tsx';
import { useChangesTexts } from './words.ts';

const few = 8;

const FindingLine = ({ change, finding, edits }: { change: Change; finding: Finding; edits: boolean }) => {
  const t = useChangesTexts().check;
  const { kind, name } = useFileName()(finding.path);
  const path = finding.path.replace(/\.vectors\.json$/, '.dmn');
  return (
    <li class={`finding finding--${finding.severity}`}>
      <span class="finding__kind">{t.severities[finding.severity]}</span>
      <span class="finding__words">
        <span lang="de">{finding.message}</span> {/* What is missing from all files together has no place in one. */}
        {finding.path && (
          <span class="finding__place">
            {kind} <span lang="de">„{name}“</span>
          </span>
        )}
      </span>
      <span class="finding__ways">
        <RuleLink rule={finding.rule} message={finding.message} />
        {edits && change.files.some((file) => file.path === path && !file.removed) && (
          <a href={filePath(change.changeId, path, finding.elementId || undefined)} aria-label={t.showLong(finding.message)}>
            {t.show}
          </a>
        )}
      </span>
    </li>
  );
};

const bySeverity = (a: Finding, b: Finding): number => Number(b.severity === 'error') - Number(a.severity === 'error');

type Props = { change: Change; checked: Checked | undefined; fault: Error | null; edits: boolean };

/** What the office's rules say about the whole set as it would be. It is looked at anew with every saved text. */
export const CheckPart = ({ change, checked, fault, edits }: Props) => {
  const t = useChangesTexts().check;
  const findings = [...(checked?.findings ?? [])].sort(bySeverity);
  const errors = findings.filter((each) => each.severity === 'error').length;
  const counts = [...(errors > 0 ? [t.errors(errors)] : []), ...(findings.length > errors ? [t.warnings(findings.length - errors)] : [])];
  const line = (finding: Finding) => (
    <FindingLine
      key={`${finding.path} ${finding.elementId} ${finding.rule} ${finding.message}`}
      change={change}
      finding={finding}
      edits={edits}
    />
  );
  return (
    <Part step="check" title={t.title} note={<span role="status">{counts.join(' · ')}</span>}>
      {fault && (
        <p class="field__fault" role="alert">
          {fault.message}
        </p>
      )}
      {!checked && !fault && change.files.length > 0 && <p class="soft">{t.running}</p>}
      {checked && findings.length === 0 && <p class="studio-good">{t.clean}</p>}
      <ul class="findings">{findings.slice(0, few).map(line)}</ul>
      {findings.length > few && (
        <details class="fold">
          <summary>{t.rest(findings.length)}</summary>
          <ul class="findings">{findings.slice(few).map(line)}</ul>
        </details>
      )}
    </Part>
  );
};

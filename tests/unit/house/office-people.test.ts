import test from 'ava';
import { codesOf, knownGroups, rowsOf } from '../../../services/office/index.ts';
import { type Allowed, findLiterals, literalsIn, type Sought } from '../../support/code-literals.ts';

// Who the office is stands in processes/amt (rollen, sachgebiete, teams, kenntnisse): a new role or section is one row. The program asks
// services/office for the clerks of a section, and a person's rights for what they may do.

const ofSections = rowsOf('rollen').filter((role) => role.jeSachgebiet);
/** Some skills are called by an ordinary word. */
const skills = codesOf('kenntnisse').filter((code) => code.includes('-'));
const sought: Sought = {
  codes: [...codesOf('rollen'), ...knownGroups, ...codesOf('sachgebiete'), ...codesOf('teams'), ...skills],
  parts: new RegExp(`(?<![\\w-])(?:${ofSections.map(({ code }) => code).join('|')})(?:-|\\||\\)-)|\\bSG(?:\\d|\\\\d|\\[\\d)`),
};

/** The office's room itself, and the demo: its people, and what they do step by step. */
const skipped = /^services\/office\/|^services\/demo\/|^services\/staff\/demo-accounts\.ts$|^web\/src\/demo\//;

const seats = ['al', 'rsb'];
const allowed: Allowed[] = [
  { path: 'services/studio/changes/states.ts', codes: seats, why: 'seats at the release, stored with each approval' },
  { path: 'services/studio/changes/answers.ts', codes: seats, why: 'the same' },
  { path: 'web/src/studio/', codes: seats, why: 'the same' },
  { path: 'services/security/workers/sicherheit-anfragen.ts', codes: ['sicherheit'], why: 'why an authority is asked' },
  { path: 'services/starter.ts', codes: ['sb-'], why: 'an account of the demo, as an example' },
  { path: 'services/portal/', codes: ['tel'], why: 'a field of HTML' },
  { path: 'web/src/forms/text-fields.tsx', codes: ['tel'], why: 'a field of HTML' },
];

test('no role, group, section, team or skill is written in the program', (t) => {
  const { found, idle } = findLiterals(sought, allowed, skipped);
  t.deepEqual(found, []);
  t.deepEqual(idle, [], 'nothing is allowed that is not there');
});

const planted = (line: string): number => literalsIn('web/src/planted.ts', line, sought).length;

test('a role expression is found however it is written', (t) => {
  for (const line of [
    "const sections = ['SG3'];",
    "me.groups.some((group) => group.startsWith('rsb-'))",
    'const clerks = /^(?:sb|rsb|sgl)-sg\\d$/;',
    "groups.includes('pv')",
    'const role = `sgl-$' + '{section.toLowerCase()}`;',
    'if (/^SG\\d$/.test(code)) return;',
    'const sections = /^SG[1-4]$/;',
    'return { team: "T4c" };',
    "member.skills.includes('bescheid-signatur')",
  ])
    t.true(planted(line) > 0, line);
});

test('what only looks like one is let through', (t) => {
  for (const line of [
    "import { may } from '../api/me.ts';",
    "// Clerks are 'sb-sg1' to 'sb-sg4'.",
    ' * The group of `sb` in SG4.',
    "rowHas('fristen', kind, 'sicherheit')",
    "may(me, 'approve-changes')",
    "const word = 'also';",
    'id.replace(/^SG/, "")',
  ])
    t.is(planted(line), 0, line);
});
